# From sources to something that runs, skipping what is up to date.
# shellcheck shell=sh disable=SC3013

mkdir -p "$here/target"
log=$here/target/dure.log
app=$here/target/app
version=$(sed -n 's|^  <version>\(.*\)</version>.*|\1|p' "$here/pom.xml" | head -n 1)
jar=$here/server/target/server-$version.jar

# fingerprint PATH...: of all in the clone that is built from there. It is taken before a build, so that an edit made
# during one is not missed.
fingerprint() {
    (
        cd "$here"
        find "$@" \( -name target -o -name node_modules -o -name dist -o -name schema.d.ts -o -path '*/src/test' \) \
            -prune -o -type f -exec cksum {} +
    ) | LC_ALL=C sort | cksum
}

# is_built PART FINGERPRINT: whether a part was built from just that.
is_built() {
    [ "$(cat "$here/target/$1.built" 2>/dev/null || true)" = "$2" ]
}

# make_part PART FINGERPRINT TEXT COMMAND...: half a build is no build, whatever was built before.
make_part() {
    built=$here/target/$1.built
    sources=$2
    shift 2
    rm -f "$built"
    step "$@"
    echo "$sources" >"$built"
}

node_is_new_enough() {
    "$1" -e '
        const [major, minor] = process.versions.node.split(".").map(Number);
        process.exit(major > 22 || (major === 22 && minor >= 12) || (major === 20 && minor >= 19) ? 0 : 1);
    ' 2>/dev/null
}

# Puts a Node that Vite runs on first in PATH.
find_node() {
    for node in "${DURE_NODE:-}" "$(command -v node || true)" /usr/local/bin/node /opt/node*/bin/node \
        "$HOME"/.nvm/versions/node/*/bin/node; do
        if [ -n "$node" ] && [ -x "$node" ] && node_is_new_enough "$node"; then
            PATH=$(dirname "$node"):$PATH
            export PATH
            return
        fi
    done
    complain "Node 20.19 or newer is needed to build the web app: install it (nodejs.org, or your distribution's nodejs) or point DURE_NODE to it."
}

maven() {
    (cd "$here" && ./mvnw -B "$@")
}

# npm_in FOLDER WORDS...
npm_in() {
    folder=$1
    shift
    (cd "$here/$folder" && npm --no-fund --no-audit --no-update-notifier "$@")
}

web() {
    npm_in web "$@"
}

install_web() {
    find_node
    fetched=$here/web/node_modules/.package-lock.json
    if [ ! -f "$fetched" ] || [ "$here/web/package-lock.json" -nt "$fetched" ]; then
        step "Fetching the web app's libraries" web ci
    fi
}

build_web() {
    [ -f "$here/web/package.json" ] || return 0
    sources=$(fingerprint web docs/api)
    if ! is_built web "$sources" || [ ! -d "$here/web/dist" ]; then
        install_web
        make_part web "$sources" "Building the web app" web run build
    fi
}

build_server() {
    sources=$(
        fingerprint pom.xml engines build/codegen server
        cat "$here/target/web.built" 2>/dev/null || true
    )
    if ! is_built server "$sources" || [ ! -f "$jar" ]; then
        # Maven leaves what is compiled of files that are gone, and a migration that is gone would still be run.
        rm -rf "$here"/engines/*/target/classes "$here/server/target/classes"
        make_part server "$sources" "Building the server" maven -q -Dmaven.test.skip=true -pl server -am package
    fi
}

build_bench() {
    sources=$(fingerprint pom.xml bench)
    if ! is_built bench "$sources"; then
        make_part bench "$sources" "Building the benchmarks" maven -q -Dmaven.test.skip=true -pl bench -am package
    fi
}

build_all() {
    build_web
    build_server
}

# Tests of what was built set DURE_BUILD=no, so that what they start is not built under them.
build() {
    [ "${DURE_BUILD:-}" = no ] || alone build_all
}

up() {
    build
    serve "$@"
}

bench() {
    if [ "${1:-}" = objects ]; then
        install_programs bench_programs
        [ "$broken" = 0 ] || exit 1
    fi
    build
    alone prepare
    alone build_bench
    exec "$JAVA_HOME/bin/java" -cp "$here/bench/target/bench-$version.jar:$here/bench/target/lib/*" \
        io.dure.bench.Bench --launcher "$here/dure" "$@"
}

# One jar and the launcher: what a machine with a JDK alone needs.
package() {
    build
    name=dure-$version
    folder=$here/target/package/$name
    rm -rf "$here/target/package"
    mkdir -p "$folder"
    cp "$jar" "$folder/dure.jar"
    cp "$here/dure" "$here/LICENSE" "$here/README.md" "$folder"
    mkdir -p "$here/out"
    tar -C "$here/target/package" --owner=0 --group=0 -czf "$here/out/$name.tar.gz" "$name"
    echo "$here/out/$name.tar.gz"
}

api() {
    step "Asking the server for its description" maven -q -pl server -am -Dtest=ApiDescriptionTests \
        -Dsurefire.failIfNoSpecifiedTests=false -Ddure.api.write=true test
}
