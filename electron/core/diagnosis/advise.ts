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
  "zh-CN": "这次交易主机已经应答，说明网络是通的。不必重启路由器，请拿好应答码和终端号联系收单方。",
};

const atOdds: Localized = {
  en: "What is known does not agree with itself. Try one payment again now and say what the terminal shows.",
  "zh-CN": "目前的线索互相矛盾。请现在再试一笔，并告诉我们终端显示什么。",
};

const nothingKnown: Localized = {
  en: "Too little is known yet. Run the check with the cable, or answer the questions.",
  "zh-CN": "目前了解得还太少。请接上数据线检查，或回答几个问题。",
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
      ...(isUnknown ? [say(null, diagnosis.conflict.length > 0 ? atOdds : nothingKnown)] : []),
      ...askFirst(diagnosis),
      ...(isUnknown ? [] : (first?.shop ?? []).map((text) => say(first?.cause ?? null, text))),
    ],
    distributor: known.map(({ cause, distributor }) => say(cause, distributor)),
    technician: known.map(({ cause, technician }) => say(cause, technician)),
    call: isUnknown ? null : (first?.call ?? null),
    corrections: isUnknown || first === undefined ? [] : listCorrections(first.cause, findings),
  };
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
