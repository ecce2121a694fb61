#!/bin/bash
# How the captures in java/ were made, on Debian 12 as root with openjdk-17-jdk-headless: a Java program in a network namespace
# that has nothing but a loopback, made to fail. Java on Android words some of these differently.
#
#   bash tests/corpus/logs/capture-java.sh
set -u
folder=$(cd "$(dirname "$0")" && pwd)/java
work=$(mktemp -d)
name=capture-$$-java
started=()
finish() {
  for pid in "${started[@]}"; do kill "$pid" 2>/dev/null; done
  ip netns delete "$name" 2>/dev/null
  rm -rf "$work"
}
trap finish EXIT
ip netns add "$name" && ip -n "$name" link set lo up || exit 1
mkdir -p "$folder"

cat >"$work/Reach.java" <<'JAVA'
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import javax.net.ssl.*;

/** HOST PORT tcp|tls [authority.pem]: connects, waits for a byte, prints what went wrong as an application would. */
class Reach {
  public static void main(String[] words) {
    try {
      Socket socket = new Socket();
      socket.connect(new InetSocketAddress(java.net.InetAddress.getByName(words[0]), Integer.parseInt(words[1])), 2000);
      socket.setSoTimeout(2000);
      if (words[2].equals("tls")) {
        SSLContext context = SSLContext.getInstance("TLS");
        TrustManagerFactory trust = TrustManagerFactory.getInstance("PKIX");
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        try (InputStream file = new java.io.FileInputStream(words[3])) {
          store.setCertificateEntry("a", CertificateFactory.getInstance("X.509").generateCertificate(file));
        }
        trust.init(store);
        context.init(null, trust.getTrustManagers(), null);
        SSLSocket secure = (SSLSocket) context.getSocketFactory().createSocket(socket, "localhost", Integer.parseInt(words[1]), true);
        secure.startHandshake();
        socket = secure;
      }
      socket.getInputStream().read();
    } catch (Exception error) {
      error.printStackTrace();
    }
  }
}
JAVA
cd "$work" || exit 1
javac Reach.java || exit 1
inside() { ip netns exec "$name" "$@"; }
keep() {
  local case=$1
  shift
  inside timeout 20 java -cp "$work" -Duser.language=en Reach "$@" >"$folder/$case" 2>&1
  echo "$case: $(head -1 "$folder/$case")"
}
certify() { # NAME DAYS-FROM DAYS-TO: an authority and a certificate of it; the clock is the machine's
  openssl req -x509 -newkey rsa:2048 -nodes -keyout "$1-ca.key" -out "$1-ca.pem" -subj "/CN=capture authority $1" -days 3650 2>/dev/null
  openssl req -newkey rsa:2048 -nodes -keyout "$1.key" -out "$1.csr" -subj "/CN=localhost" 2>/dev/null
  mkdir -p "$1-db/new" && : >"$1-db/index" && echo 01 >"$1-db/serial"
  printf '[ca]\ndefault_ca=d\n[d]\ndatabase=%s/index\nserial=%s/serial\nnew_certs_dir=%s/new\ndefault_md=sha256\npolicy=p\n[p]\ncommonName=supplied\n' "$1-db" "$1-db" "$1-db" >"$1.cnf"
  openssl ca -batch -config "$1.cnf" -cert "$1-ca.pem" -keyfile "$1-ca.key" -in "$1.csr" -out "$1.pem" -startdate "$(date -u -d "$2 days" +%Y%m%d%H%M%SZ)" -enddate "$(date -u -d "$3 days" +%Y%m%d%H%M%SZ)" 2>/dev/null
}
tls() { # PORT NAME OPTIONS: a server with that certificate
  local port=$1 certificate=$2
  shift 2
  inside openssl s_server -accept "127.0.0.1:$port" -cert "$certificate.pem" -key "$certificate.key" -quiet "$@" </dev/zero >/dev/null 2>&1 & started+=($!)
}
certify good -10 10; certify old -20 -10; certify early 10 20; certify other -10 10
tls 4001 good; tls 4002 old; tls 4003 early; tls 4004 good -tls1_1 -cipher ALL@SECLEVEL=0
inside socat TCP-LISTEN:4005,bind=127.0.0.1,fork,reuseaddr SYSTEM:'sleep 10' >/dev/null 2>&1 & started+=($!)
inside socat TCP-LISTEN:4006,bind=127.0.0.1,fork,reuseaddr SYSTEM:'echo SSH-2.0-not-tls; sleep 5' >/dev/null 2>&1 & started+=($!)
sleep 1
keep unknown-host pos.example.invalid 4001 tcp
keep refused 127.0.0.1 9 tcp
keep no-network 192.0.2.1 4001 tcp
keep silent-host 127.0.0.1 4005 tcp
keep untrusted 127.0.0.1 4001 tls other-ca.pem
keep expired 127.0.0.1 4002 tls old-ca.pem
keep not-yet-valid 127.0.0.1 4003 tls early-ca.pem
keep version-refused 127.0.0.1 4004 tls good-ca.pem
keep no-tls-there 127.0.0.1 4006 tls good-ca.pem
