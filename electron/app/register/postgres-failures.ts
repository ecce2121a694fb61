// What went wrong between this PC and the shared server, in words that never hold the connection string.
import { Client, DatabaseError } from "pg";

export const notAnAddress = "?";

/** HOST:PORT/DATABASE; `?` when it is not a connection string at all. */
export function nameServer(connection: string): string {
  try {
    if (!/^postgres(?:ql)?:\/\//i.test(connection)) return notAnAddress;
    const { host, port, database } = new Client({ connectionString: connection });
    return `${host}:${port}/${database ?? ""}`;
  } catch {
    return notAnAddress;
  }
}

/**
 * SQLSTATE classes that say something of the server or of the right to use it, not of a statement: connection, transaction
 * undone, authorisation, no such database, resources, operator's intervention, system error.
 * (PostgreSQL 15 documentation, Appendix A.)
 */
const ofServer = /^(?:08|25|28|3D|40|53|55|57|58|42501)/;
/** What pg says of a connection that ended or never came to be; these have no code. */
const ofConnection =
  /^(?:Connection terminated|timeout exceeded|timeout expired|Query read timeout|Client has encountered|Client was closed|The server does not support SSL|Cannot use a pool|SASL|driver has already)/i;

/** Null: a mistake of ours, which is no failure of the server's. */
export function explainLoss(error: unknown): string | null {
  if (!(error instanceof Error)) return null;
  const { code } = error as NodeJS.ErrnoException;
  if (error instanceof DatabaseError) return ofServer.test(code ?? "") ? `${code}: ${error.message}` : null;
  // Of sockets, names and TLS: ECONNREFUSED, ENOTFOUND, CERT_HAS_EXPIRED.
  if (typeof code === "string" && /^[A-Z][A-Z_0-9]+$/.test(code)) return code;
  return ofConnection.test(error.message) ? error.message : null;
}
