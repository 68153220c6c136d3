#!/bin/bash
# bq.sh [modules to compile: api,plat,msg] TESTS
set -e
D=/tmp/w/bus; J=/usr/lib/jvm/temurin-25-jdk-amd64/bin; Q=/tmp/w/.quick-bus; mkdir -p $Q/{api,apit,plat,platt,main,test}
CP=$(tr ':' '\n' < /tmp/w/me/bus-cp.txt | grep -v io/freshmaker | paste -sd:):/root/.m2/repository/com/networknt/json-schema-validator/1.5.9/json-schema-validator-1.5.9.jar:/root/.m2/repository/com/ethlo/time/itu/1.14.0/itu-1.14.0.jar
c() { $J/javac -nowarn -parameters -proc:none -Xlint:none -cp "$2:$CP" -d $1 $(find $3 -name '*.java' | grep -v DuplicatesTest) 2>&1 | grep -v '^Note\|warning' || true; }
JU=~/.m2/repository/org/junit/platform/junit-platform-console-standalone/6.1.3/junit-platform-console-standalone-6.1.3.jar
run() { cd $1; shift; SEL=""; for t in ${2//,/ }; do SEL="$SEL --select-class $t"; done; $J/java -XX:TieredStopAtLevel=1 -XX:+UseSerialGC -Dfreshmaker.shared=/work/shared --enable-native-access=ALL-UNNAMED -jar $JU execute --disable-banner --details=${DETAILS:-summary} -cp "$1:$CP" $SEL; }
[ -z "$NOAPI" ] && c $Q/api "" $D/shared-api/src/main/java
[ -z "$NOPLAT" ] && c $Q/plat $Q/api $D/platform/src/main/java && cp -r $D/platform/src/main/resources/. $Q/plat/
PT=/tmp/w/base/platform/test-classes
if [ "$1" = plat ]; then c $Q/platt $Q/plat:$Q/api $D/platform/src/test/java; cp -r $D/platform/src/test/resources/. $Q/platt/; run $D/platform $Q/platt:$Q/plat:$Q/api $2; exit; fi
if [ "$1" = api ]; then c $Q/apit $Q/api $D/shared-api/src/test/java; run $D/shared-api $Q/apit:$D/shared-api/src/test/resources:$Q/api $2; exit; fi
c $Q/main $Q/plat:$Q/api $D/messaging-adapter/src/main/java
c $Q/test $Q/main:$Q/plat:$PT:$Q/api $D/messaging-adapter/src/test/java
run $D/messaging-adapter $Q/main:$Q/test:$D/messaging-adapter/src/main/resources:$D/messaging-adapter/src/test/resources:$Q/plat:$PT:$Q/api $2
