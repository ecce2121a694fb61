// The link of a plain browser page: a WebSocket to the host that served the page. The first frame proves that the page may
// speak: the token of the address once, and from then on the key that it was traded for, which outlives a reload of this tab.
import { admittedSchema, type Admit, closeCodes } from "../../electron/contract/admission.ts";
import type { Link } from "../../electron/contract/link.ts";
import { Mailbox } from "../../electron/contract/mailbox.ts";
import { type Failure, makeFailure } from "../../electron/core/failures/failure.ts";
import { fail, type Result, succeed } from "../../electron/core/failures/result.ts";

/** What of the window this needs. */
export interface PageSurroundings {
  readonly location: { readonly host: string; readonly hash: string };
  readonly sessionStorage: Pick<Storage, "getItem" | "setItem" | "removeItem">;
  /** Takes the token out of the address, so that it is in no history and no screenshot. */
  readonly forgetToken: () => void;
}

const keyName = "counterpart.key";
/** Milliseconds for the connection and the host's first frame. */
const patience = 10_000;

export async function openWebSocketLink(page: PageSurroundings): Promise<Result<Link>> {
  const token = page.location.hash.slice(1);
  const key = page.sessionStorage.getItem(keyName);
  const proofs: Admit[] = [];
  if (token !== "") proofs.push({ type: "admit", token });
  if (key !== null) proofs.push({ type: "admit", key });
  page.forgetToken();
  let refusal: Failure = makeFailure("page-not-admitted");
  for (const proof of proofs) {
    const admission = await requestAdmission(page.location.host, proof);
    if (admission.ok) {
      page.sessionStorage.setItem(keyName, admission.value.key);
      return succeed(admission.value.link);
    }
    refusal = admission.failure;
    if (refusal.code !== "page-not-admitted") break;
  }
  return fail(refusal);
}

interface Admission {
  readonly key: string;
  readonly link: Link;
}

function requestAdmission(host: string, proof: Admit): Promise<Result<Admission>> {
  const { promise, resolve } = Promise.withResolvers<Result<Admission>>();
  const socket = new WebSocket(`ws://${host}/link`);
  const mailbox = new Mailbox();
  let admitted = false;
  const timer = setTimeout(() => socket.close(), patience);
  socket.addEventListener("open", () => socket.send(JSON.stringify(proof)));
  socket.addEventListener("message", ({ data }) => {
    const message = parseJson(data);
    if (admitted) {
      mailbox.deliver(message);
      return;
    }
    const parsed = admittedSchema.safeParse(message);
    if (!parsed.success) {
      socket.close();
      return;
    }
    admitted = true;
    clearTimeout(timer);
    resolve(succeed({ key: parsed.data.key, link: makeLink(socket, mailbox) }));
  });
  socket.addEventListener("close", ({ code }) => {
    clearTimeout(timer);
    mailbox.close();
    resolve(fail(nameRefusal(code)));
  });
  return promise;
}

function makeLink(socket: WebSocket, mailbox: Mailbox): Link {
  return {
    send: (message) => {
      if (socket.readyState === WebSocket.OPEN) socket.send(JSON.stringify(message));
    },
    onMessage: (listener) => mailbox.onMessage(listener),
    onClose: (listener) => mailbox.onClose(listener),
    close: () => socket.close(),
  };
}

function nameRefusal(code: number): Failure {
  if (code === closeCodes.notAdmitted) return makeFailure("page-not-admitted");
  return makeFailure(code === closeCodes.occupied ? "page-occupied" : "link-closed");
}

function parseJson(data: unknown): unknown {
  try {
    return typeof data === "string" ? JSON.parse(data) : null;
  } catch {
    return null;
  }
}
