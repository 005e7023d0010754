# ./dure test and ./dure check.
# shellcheck shell=sh

reports=$here/target/reports
broken=0

# part TEXT COMMAND...: a part of the tests; one that breaks counts as a failure, and the rest goes on.
part() {
    text=$1
    shift
    echo "== $text"
    if ! attend "$@"; then
        echo "== $text: broken"
        broken=$((broken + 1))
    fi
}

# What benchmarks measure against, and the Debian packages it comes in.
bench_programs() {
    cat <<'TEXT'
/usr/sbin/nginx nginx-light benchmarks against nginx
TEXT
}

# Programs and libraries that tests drive.
testing_programs() {
    bench_programs
    cat <<'TEXT'
/usr/bin/chromium chromium browser tests
/usr/bin/aws awscli S3 tests with aws
/usr/bin/rclone rclone S3 tests with rclone
/usr/bin/s3cmd s3cmd S3 tests with s3cmd
/usr/bin/s3fs s3fs S3 tests with s3fs
/usr/bin/fusermount3 fuse3 S3 tests with mounted buckets
/usr/bin/rsync rsync S3 tests with rsync
/usr/lib/python3/dist-packages/boto3/__init__.py python3-boto3 S3 tests with boto3
TEXT
}

proof_programs() {
    testing_programs
    cat <<'TEXT'
/usr/bin/fiu-run fiu-utils proofs with fsyncs that fail
/usr/sbin/mkfs.ext4 e2fsprogs proofs with disks that are full
TEXT
}

# A Ceph of one node; some 200 MB to fetch, so only for the proofs that name it.
ceph_programs() {
    cat <<'TEXT'
/usr/bin/ceph-mon ceph-mon proofs with Ceph
/usr/bin/ceph-osd ceph-osd proofs with Ceph
/usr/bin/radosgw radosgw proofs with Ceph
TEXT
}

# missing_packages LIST: of the programs that a function lists.
missing_packages() {
    "$1" | while read -r program package _; do
        [ -e "$program" ] || echo "$package"
    done
}

# install_programs LIST
install_programs() {
    packages=$(missing_packages "$1")
    if [ -n "$packages" ] && [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
        # shellcheck disable=SC2086
        { apt-get -qq update && DEBIAN_FRONTEND=noninteractive \
            apt-get -qq install -y --no-install-recommends $packages; } >/dev/null || true
    fi
    for package in $(missing_packages "$1"); do
        "$1" | while read -r program of purpose; do
            [ "$of" != "$package" ] || echo "Left out: $purpose ($program is missing; Debian: apt-get install $of)."
        done
        [ "${CI:-}" != true ] || broken=$((broken + 1))
    done
}

# The client library that JavaScriptClientTests drives.
install_javascript() {
    find_node
    fetched=$here/e2e/javascript/node_modules/.package-lock.json
    if [ -f "$fetched" ] && [ ! "$here/e2e/javascript/package-lock.json" -nt "$fetched" ]; then
        return
    fi
    if ! attend npm_in e2e/javascript ci >"$log" 2>&1; then
        echo "Left out: S3 tests with the JavaScript SDK (npm could not fetch it; see $log)."
        [ "${CI:-}" != true ] || broken=$((broken + 1))
    fi
}

test_web() {
    web run check
    web test -- --reporter=default --reporter=junit --outputFile.junit="$reports/web.xml"
}

check_web() {
    web run check
    web test
}

# Sums the JUnit reports of all suites, and fails if anything did.
summarise() {
    find "$reports" "$here" -path '*/node_modules' -prune -o -name '*.xml' \
        \( -path '*/surefire-reports/*' -o -path "$reports/*" \) -print |
        sort -u | xargs -r sed -n '/<testsuite /p' |
        awk -v failed="$broken" '
            function count(name) { return match($0, " " name "=\"[0-9]+") ? substr($0, RSTART + length(name) + 3, RLENGTH) + 0 : 0 }
            {
                bad = count("failures") + count("errors")
                failed += bad
                skipped += count("skipped")
                passed += count("tests") - bad - count("skipped")
            }
            END {
                if (skipped) print skipped " skipped"
                if (passed + failed == 0) print "No test ran."
                print passed + 0 " passed, " failed + 0 " failed"
                exit failed > 0 || passed == 0
            }'
}

forget_reports() {
    rm -rf "$reports"
    mkdir -p "$reports"
    find "$here" -type d -name surefire-reports -not -path '*/node_modules/*' -exec rm -rf {} +
}

is_module() {
    [ -f "$here/$1/pom.xml" ]
}

test_java() {
    name=${1:-}
    if [ -z "$name" ]; then
        maven -fae -Dmaven.test.failure.ignore=true spotless:check verify
    elif is_module "$name"; then
        maven -Dmaven.test.failure.ignore=true -pl "$name" -am -Dsurefire.failIfNoSpecifiedTests=false verify
    else
        maven -fae -Dmaven.test.failure.ignore=true -Dsurefire.failIfNoSpecifiedTests=false -Dtest="$name" verify
    fi
}

# run_tests [NAME]: NAME is a Maven module (server, engines/objects, ...), web, or a test class.
run_tests() {
    install_programs testing_programs
    forget_reports
    if [ -f "$here/web/package.json" ]; then
        case ${1:-web} in
            web)
                install_web
                part "web" test_web
                ;;
        esac
    fi
    if [ "${1:-}" != web ]; then
        install_javascript
        build
        part "java" test_java "$@"
    fi
    summarise
}

check() {
    forget_reports
    [ ! -f "$here/web/package.json" ] || { install_web && part "web" check_web; }
    part "java" maven -q '-DexcludedGroups=server | proof | screenshots' -Dsurefire.failIfNoSpecifiedTests=false spotless:check test
    [ "$broken" = 0 ] || exit 1
}

# prove NAME: the tests of one class that take too long for every day; they bear the tag `proof`.
prove() {
    [ $# -eq 1 ] || complain "prove needs the NAME of one proof; there are: $(proofs)."
    install_programs proof_programs
    case $1 in *Ceph*) install_programs ceph_programs ;; esac
    forget_reports
    build
    alone prepare
    part "proof $1" maven -Dtest="$1" -Dgroups=proof -DexcludedGroups= \
        -Dsurefire.failIfNoSpecifiedTests=false -Dmaven.test.failure.ignore=true verify
    summarise
}

proofs() {
    (cd "$here" && grep -rl --include='*Tests.java' '@Tag("proof")' engines server e2e || true) |
        sed 's|.*/||; s|\.java$||' | tr '\n' ' '
}

# Pictures of every page, in out/screenshots.
screenshots() {
    install_programs testing_programs
    forget_reports
    build
    part "screenshots" maven -pl e2e -Dgroups=screenshots -DexcludedGroups= -Dmaven.test.failure.ignore=true verify
    summarise
}
