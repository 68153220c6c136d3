package io.freshmaker.platform.axon;

import java.sql.Connection;
import java.sql.ResultSet;
import java.time.Duration;
import java.util.List;
import org.axonframework.common.DateTimeUtils;
import org.axonframework.common.jdbc.ConnectionProvider;
import org.axonframework.eventhandling.Segment;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventhandling.tokenstore.AbstractTokenEntry;
import org.axonframework.eventhandling.tokenstore.UnableToClaimTokenException;
import org.axonframework.eventhandling.tokenstore.jdbc.JdbcTokenStore;
import org.axonframework.eventhandling.tokenstore.jdbc.TokenSchema;
import org.axonframework.serialization.Serializer;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Remembers how far processors have come. A process that was frozen may wake up without a claim that it had: Axon's own store
 * would let it take that back while it goes on with what it read before, and so put the processor back. Here a claim that was
 * lost is lost; its process has to begin anew with what is stored.
 */
public final class FencedTokenStore extends JdbcTokenStore {

    /** As long as a claim is valid without being renewed; after that anybody may take it. */
    public static final Duration CLAIM_TIMEOUT = Duration.ofSeconds(10);

    private final JdbcTemplate sql;
    private final ProcessName self;
    private final ClaimableSegments claimable;

    public FencedTokenStore(
            ConnectionProvider connections,
            TokenSchema schema,
            Serializer serializer,
            JdbcTemplate sql,
            ProcessName self) {
        super(builder()
                .connectionProvider(connections)
                .schema(schema)
                .serializer(serializer)
                .claimTimeout(CLAIM_TIMEOUT)
                .nodeId(self.value()));
        this.sql = sql;
        this.self = self;
        this.claimable = new ClaimableSegments(sql, self, CLAIM_TIMEOUT, () -> AbstractTokenEntry.clock.instant());
    }

    /** As of a second ago at most. */
    @Override
    public List<Segment> fetchAvailableSegments(String processor) {
        return claimable.of(processor);
    }

    /** Whoever calls it in a transaction keeps the claim until that ends, however long it takes. */
    @Override
    public void extendClaim(String processor, int segment) throws UnableToClaimTokenException {
        int kept = sql.update(
                "update token_entry set timestamp = ? where processor_name = ? and segment = ? and owner = ?",
                DateTimeUtils.formatInstant(AbstractTokenEntry.clock.instant()),
                processor,
                segment,
                self.value());
        if (kept == 0) throw lost(processor, segment);
    }

    /** Comes here only when the claim is not ours. */
    @Override
    protected void updateToken(
            Connection connection, ResultSet entry, TrackingToken token, String processor, int segment) {
        throw lost(processor, segment);
    }

    private UnableToClaimTokenException lost(String processor, int segment) {
        return new UnableToClaimTokenException(
                "%s has lost its claim on %s[%d] to another process".formatted(self, processor, segment));
    }
}
