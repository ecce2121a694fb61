// A diagnosis -> what each of the three people does now. The shop owner gets one action at a time.
import type { Localized } from "../failures/localized.ts";
import type { Finding } from "../findings/finding.ts";
import type { Advice, Diagnosis } from "./diagnosis.ts";
import { adviceByCause } from "./knowledge/advice.ts";
import { questions } from "./knowledge/questions.ts";
import { ruleCauses } from "./knowledge/rule-causes.ts";

/** Causes less likely than this are not worth an action. */
const worthActing = 0.1;
const mostCauses = 3;

const noNetwork: Localized = {
  en: "The host answered this attempt, so your network works. Do not restart the router; call the acquirer with the code and the terminal number.",
  "zh-CN": "这次交易主机已经应答，说明网络是通的。不必重启路由器，请拿好应答码和终端号联系收单机构。",
};

const atOdds: Localized = {
  en: "What is known does not agree with itself. Try one payment again now and say what the terminal shows.",
  "zh-CN": "目前的线索互相矛盾。请现在再试一笔，并告诉我们终端显示什么。",
};

const askCode: Localized = {
  en: "Nothing speaks against the terminal or its network. What the code means is between the card, its bank and the acquirer.",
  "zh-CN": "终端和网络都没有发现问题。这个应答码涉及的是卡片、发卡行或收单机构。",
};

const nothingKnown: Localized = {
  en: "Too little is known yet. Run the check with the cable, or answer the questions.",
  "zh-CN": "目前了解得还太少。请接上数据线检查，或回答几个问题。",
};

const allPassed: Localized = {
  en: "Every stage that could be tried passed: the network works, up to the acquirer's host. Try one payment again; if it fails, say what the terminal shows.",
  "zh-CN": "能测的每一步都通过了，到收单主机的网络是通的。请再试一笔；如果仍失败，请告诉我们终端显示什么。",
};

const noHost: Localized = {
  en: "Every stage that could be tried passed, and no host is known. Name the acquirer's host and port, and it is tried too.",
  "zh-CN": "能测的每一步都通过了，但还不知道收单主机。请填写主机地址和端口，再测到主机这一段。",
};

export function advise(diagnosis: Diagnosis, findings: readonly Finding[]): Advice {
  const likely = diagnosis.causes.filter(({ confidence }) => confidence >= worthActing).slice(0, mostCauses);
  const known = likely.flatMap(({ cause }) => {
    const advice = adviceByCause.get(cause);
    return advice === undefined ? [] : [advice];
  });
  const [first] = known;
  const isUnknown = diagnosis.verdict === "unknown";
  return {
    shop: [
      ...(diagnosis.hostAnswered ? [say(null, noNetwork)] : []),
      ...(isUnknown ? [say(null, sayUnknown(diagnosis))] : []),
      ...(!isUnknown && diagnosis.state !== null
        ? [say(null, diagnosis.state === "no-host" ? noHost : allPassed)]
        : []),
      ...askFirst(diagnosis),
      ...(isUnknown
        ? []
        : (first?.shop ?? []).map(({ picture, ...text }) => ({
            ...say(first?.cause ?? null, text),
            ...(picture === undefined ? {} : { picture }),
          }))),
    ],
    distributor: known.map(({ cause, distributor }) => say(cause, distributor)),
    technician: known.map(({ cause, technician }) => say(cause, technician)),
    call: isUnknown ? null : (first?.call ?? null),
    push: isUnknown ? null : (first?.push ?? null),
    corrections: isUnknown || first === undefined ? [] : listCorrections(first.cause, findings),
  };
}

function sayUnknown({ conflict, state, hostAnswered }: Diagnosis): Localized {
  if (conflict.length > 0) return atOdds;
  if (state !== null) return state === "no-host" ? noHost : allPassed;
  return hostAnswered ? askCode : nothingKnown;
}

function say(cause: string | null, text: Localized): Advice["shop"][number] {
  return { cause, text };
}

/** The question that decides is the next action while nothing stands out. */
function askFirst({ question, verdict }: Diagnosis): Advice["shop"] {
  const asked = verdict === "clear" ? undefined : questions.find(({ id }) => id === question);
  return asked === undefined ? [] : [say(null, asked.text)];
}

function listCorrections(cause: string, findings: readonly Finding[]): Advice["corrections"] {
  return findings
    .filter(({ rule }) => ruleCauses.get(rule) === cause)
    .flatMap(({ corrections }) => corrections.slice(0, 1));
}
