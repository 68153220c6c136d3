package io.freshmaker.query.plan;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** The plan of one Event: written once, always read whole. */
@Entity
@Table(name = "plan_view")
class PlanRow {

    @Id
    private String eventKey;

    private String json;

    @SuppressWarnings("NullAway.Init")
    protected PlanRow() {} // for JPA

    String eventKey() {
        return eventKey;
    }

    Plan plan() {
        return Plan.of(json);
    }
}
