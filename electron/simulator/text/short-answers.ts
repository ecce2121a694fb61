// A terminal of few words, without echo and without a prompt: `?IP` is answered by `IP 192.168.1.71 24 192.168.2.1`, a
// setting by ACK or NAK. Nobody's product.
import type { Answer, Persona, Values } from "./persona.ts";

const values: Values = { ip: "192.168.1.71 24 192.168.2.1", mode: "S", id: "SA-7 SA0004711 3.02" };

function answer(line: string, now: Values): Answer {
  if (line === "") return { lines: null };
  if (line === "?ID") return { lines: [`ID ${now["id"] ?? ""}`] };
  if (line === "?IP") return { lines: [`IP ${now["ip"] ?? ""}`] };
  if (line === "?MODE") return { lines: [`MODE ${now["mode"] ?? ""}`] };
  const [, key = "", value = ""] = /^=(IP|MODE) (.+)$/.exec(line) ?? [];
  const isRight = key === "IP" ? /^[\d.]{7,15} \d{1,2} [\d.]{7,15}$/.test(value) : /^[SD]$/.test(value);
  if (!isRight || key === "") return { lines: ["NAK"] };
  return { lines: ["ACK"], change: { [key.toLowerCase()]: value }, keep: true };
}

export const shortAnswers: Persona = {
  values,
  echo: false,
  banner: "",
  login: null,
  prompt: "",
  lineEnd: "\r\n",
  lastEnd: "\r\n",
  page: null,
  answer,
};
