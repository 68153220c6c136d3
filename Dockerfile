# One image for the three services; the command says which: command-side.jar, messaging-adapter.jar or query-side.jar.
FROM maven:3.9-eclipse-temurin-25 AS build
WORKDIR /source
COPY . .
RUN mvn -B -q -DskipTests -pl command-side,messaging-adapter,query-side -am package

FROM eclipse-temurin:25-jre
# The process builder runs every build under a small bash script; the base image has bash, and this says so if it ever has not.
RUN bash -c 'command -v date >/dev/null' \
    && groupadd --system --gid 10001 freshmaker \
    && useradd --system --uid 10001 --gid freshmaker --no-create-home --home-dir /var/lib/freshmaker freshmaker \
    && install -d -o freshmaker -g freshmaker /var/lib/freshmaker
WORKDIR /opt/freshmaker
COPY docker/healthy.sh ./
COPY --from=build /source/command-side/target/command-side-exec.jar command-side.jar
COPY --from=build /source/messaging-adapter/target/messaging-adapter-exec.jar messaging-adapter.jar
COPY --from=build /source/query-side/target/query-side-exec.jar query-side.jar
USER freshmaker
VOLUME /var/lib/freshmaker
EXPOSE 8080
HEALTHCHECK --interval=10s --timeout=5s --start-period=60s --retries=6 CMD ["/opt/freshmaker/healthy.sh"]
ENTRYPOINT ["java", "-XX:+ExitOnOutOfMemoryError", "-Djava.net.preferIPv4Stack=true", "-Daxoniq.update-checker.disabled=true", "--enable-native-access=ALL-UNNAMED", "--sun-misc-unsafe-memory-access=allow", "-jar"]
