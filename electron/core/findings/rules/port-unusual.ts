import { observeHosts } from "../hosts.ts";
import type { TerminalRule } from "../rule.ts";

/** What the IANA Service Name and Port Number Registry gives to something that no acquirer's host is. */
const owners: ReadonlyMap<number, string> = new Map([
  [20, "FTP"],
  [21, "FTP"],
  [22, "SSH"],
  [25, "SMTP"],
  [53, "DNS"],
  [67, "DHCP"],
  [68, "DHCP"],
  [69, "TFTP"],
  [110, "POP3"],
  [123, "NTP"],
  [143, "IMAP"],
  [161, "SNMP"],
  [445, "SMB"],
  [3306, "MySQL"],
  [3389, "RDP"],
]);

/** 80 belongs to HTTP without TLS, 443 to HTTP with it. */
export const portUnusual = {
  id: "host.port-unusual",
  severity: "warning",
  source: "IANA Service Name and Transport Protocol Port Number Registry; RFC 6335",
  needs: "hosts",
  observe: (terminal) =>
    observeHosts(
      terminal,
      ({ text, settings: { port, tls } }) => {
        const owner =
          port === 80 && tls === true ? "HTTP" : port === 443 && tls === false ? "HTTPS" : owners.get(port ?? 0);
        return owner === undefined ? null : { evidence: { host: text, port, owner, tls } };
      },
      "port",
    ),
} as const satisfies TerminalRule;
