#!/bin/bash
# How the captures in mbedtls/ were made, on Debian 12 as root with gcc: a program over Debian's mbedTLS that prints what the
# library's own debug messages and its own words for an error are; in a network namespace that has nothing but a loopback.
#
#   bash tests/corpus/logs/capture-mbedtls.sh
set -u
folder=$(cd "$(dirname "$0")" && pwd)/mbedtls
work=$(mktemp -d)
name=capture-$$-mbedtls
started=()
finish() {
  for pid in "${started[@]}"; do kill "$pid" 2>/dev/null; done
  ip netns delete "$name" 2>/dev/null
  rm -rf "$work"
}
trap finish EXIT
ip netns add "$name" && ip -n "$name" link set lo up || exit 1
mkdir -p "$folder" && cd "$work" || exit 1
apt-get -q download libmbedtls-dev libmbedtls14 libmbedx509-1 libmbedcrypto7 || exit 1
for deb in *.deb; do dpkg-deb -x "$deb" .; done

cat >reach.c <<'C'
#include <mbedtls/ctr_drbg.h>
#include <mbedtls/debug.h>
#include <mbedtls/entropy.h>
#include <mbedtls/error.h>
#include <mbedtls/net_sockets.h>
#include <mbedtls/ssl.h>
#include <stdio.h>
#include <string.h>

static void print(void *unused, int level, const char *file, int line, const char *text) {
  const char *name = strrchr(file, '/');
  (void)unused;
  (void)level;
  printf("%s:%04d: %s", name ? name + 1 : file, line, text);
}

static int tell(const char *what, int code) {
  char words[200];
  mbedtls_strerror(code, words, sizeof words);
  printf("%s returned -0x%04x: %s\n", what, (unsigned)-code, words);
  return 1;
}

/* HOST PORT AUTHORITY */
int main(int count, char **word) {
  mbedtls_net_context net;
  mbedtls_ssl_context tls;
  mbedtls_ssl_config terms;
  mbedtls_entropy_context entropy;
  mbedtls_ctr_drbg_context draws;
  mbedtls_x509_crt authority;
  int code;
  if (count < 4) return 2;
  mbedtls_net_init(&net);
  mbedtls_ssl_init(&tls);
  mbedtls_ssl_config_init(&terms);
  mbedtls_entropy_init(&entropy);
  mbedtls_ctr_drbg_init(&draws);
  mbedtls_x509_crt_init(&authority);
  mbedtls_debug_set_threshold(1);
  mbedtls_ctr_drbg_seed(&draws, mbedtls_entropy_func, &entropy, NULL, 0);
  mbedtls_x509_crt_parse_file(&authority, word[3]);
  mbedtls_ssl_config_defaults(&terms, MBEDTLS_SSL_IS_CLIENT, MBEDTLS_SSL_TRANSPORT_STREAM, MBEDTLS_SSL_PRESET_DEFAULT);
  mbedtls_ssl_conf_authmode(&terms, MBEDTLS_SSL_VERIFY_REQUIRED);
  mbedtls_ssl_conf_ca_chain(&terms, &authority, NULL);
  mbedtls_ssl_conf_rng(&terms, mbedtls_ctr_drbg_random, &draws);
  mbedtls_ssl_conf_dbg(&terms, print, NULL);
  if ((code = mbedtls_net_connect(&net, word[1], word[2], MBEDTLS_NET_PROTO_TCP)) != 0) return tell("mbedtls_net_connect", code);
  mbedtls_ssl_setup(&tls, &terms);
  mbedtls_ssl_set_hostname(&tls, "localhost");
  mbedtls_ssl_set_bio(&tls, &net, mbedtls_net_send, mbedtls_net_recv, NULL);
  if ((code = mbedtls_ssl_handshake(&tls)) != 0) return tell("mbedtls_ssl_handshake", code);
  printf("connected\n");
  return 0;
}
C
libraries=$work/usr/lib/x86_64-linux-gnu
gcc -I usr/include reach.c -o reach -L "$libraries" -lmbedtls -lmbedx509 -lmbedcrypto || exit 1
for one in good other; do
  openssl req -x509 -newkey rsa:2048 -nodes -keyout $one.key -out $one.pem -subj "/CN=localhost" -days 3650 2>/dev/null
done
serve() { # PORT OPTIONS
  ip netns exec "$name" openssl s_server -accept "127.0.0.1:$1" -cert good.pem -key good.key -quiet "${@:2}" </dev/zero >/dev/null 2>&1 & started+=($!)
}
serve 4001
serve 4002 -tls1_3
sleep 1
keep() {
  local case=$1
  shift
  ip netns exec "$name" env LD_LIBRARY_PATH="$libraries" timeout 10 ./reach "$@" >"$folder/$case" 2>&1
  echo "$case: $(tail -1 "$folder/$case")"
}
keep trusted localhost 4001 good.pem
keep untrusted localhost 4001 other.pem
keep version-refused localhost 4002 good.pem
keep unknown-host pos.example.invalid 4001 good.pem
keep refused 127.0.0.1 9 good.pem
for deb in libmbedtls14*.deb; do dpkg-deb -W --showformat '${Package} ${Version}\n' "$deb"; done >"$folder/../versions-mbedtls"
