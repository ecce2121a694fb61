// The check without a cable as one file for systems that Electron no longer runs on:
//
//   typed values -> the same reading and the same rules as in the window -> the verdict, what is wrong, what to key in
import "./older-browser.ts";
import "../prepare-zod.ts";
import type { Language } from "../../electron/core/failures/localized.ts";
import type { Finding } from "../../electron/core/findings/finding.ts";
import { type Channel, checkTyped, nothingTyped, type Typed } from "../features/diagnosis/typed.ts";
import { findSystemLanguage } from "../i18n/language.ts";
import { paperWords } from "./words.ts";

const fields = ["address", "mask", "gateway", "dns"] as const;
const channels = ["wired", "wifi", "cellular"] as const satisfies readonly Channel[];

let language: Language = findSystemLanguage(navigator.languages);
let typed: Typed = { ...nothingTyped, channel: "wired", method: "static" };
const paper = document.querySelector("#paper") ?? document.body;

/** An element with its attributes and what is in it; text is always text. */
function make(
  name: string,
  attributes: Readonly<Record<string, string>>,
  ...inside: readonly (Node | string)[]
): HTMLElement {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
  element.append(...inside);
  return element;
}

function draw(): void {
  const words = paperWords[language];
  document.documentElement.lang = language;
  document.title = `Counterpart · ${words.title}`;
  const change = make(
    "button",
    { type: "button", lang: language === "en" ? "zh-CN" : "en", id: "language" },
    words.other,
  );
  change.addEventListener("click", () => {
    language = language === "en" ? "zh-CN" : "en";
    draw();
    document.querySelector<HTMLElement>("#language")?.focus();
  });
  const print = make("button", { type: "button" }, words.print);
  print.addEventListener("click", () => globalThis.print());
  paper.replaceChildren(
    make(
      "main",
      {},
      make("header", {}, make("strong", {}, "Counterpart"), make("span", { class: "row" }, print, change)),
      make("h1", {}, words.title),
      make("p", { class: "soft" }, words.why),
      drawForm(),
      make("div", { id: "result", role: "status" }),
    ),
  );
  drawResult();
}

function drawForm(): HTMLElement {
  const words = paperWords[language];
  const options = channels.map((channel) => make("option", { value: channel }, words[channel]));
  const choice = make("select", { id: "channel" }, ...options) as HTMLSelectElement;
  choice.value = typed.channel ?? "wired";
  choice.addEventListener("change", () => take({ channel: channels.find((one) => one === choice.value) ?? "wired" }));
  const inputs = fields.flatMap((field) => {
    const input = make("input", {
      id: field,
      autocomplete: "off",
      maxlength: "256",
      inputmode: "text",
    }) as HTMLInputElement;
    input.value = typed[field];
    input.addEventListener("input", () => take({ [field]: input.value }));
    input.addEventListener("blur", drawResult);
    return [make("label", { for: field }, words[field]), input];
  });
  const form = make("form", {}, make("label", { for: "channel" }, words.channel), choice, ...inputs);
  form.addEventListener("submit", (event) => event.preventDefault());
  return form;
}

function take(change: Partial<Typed>): void {
  typed = { ...typed, ...change };
  drawResult();
}

function drawResult(): void {
  const words = paperWords[language];
  const result = document.querySelector("#result");
  if (fields.every((field) => typed[field].trim() === "")) {
    result?.replaceChildren(make("p", { class: "soft" }, words.empty));
    return;
  }
  const judged = dropHalf(typed);
  const findings = checkTyped(judged);
  const [worst] = findings;
  if (worst === undefined && !isComplete(judged)) {
    result?.replaceChildren(make("p", { class: "soft" }, words.unfinished));
    return;
  }
  const verdict = worst === undefined ? "healthy" : worst.severity === "error" ? "wrong" : "attention";
  result?.replaceChildren(
    make(
      "section",
      { "class": "verdict", "data-verdict": verdict },
      make("h2", {}, worst === undefined ? words.healthy : worst.message[language]),
      ...(worst === undefined ? [make("p", { class: "soft" }, words.more)] : findings.map(drawFinding)),
    ),
  );
}

/** An address that is still being typed is not wrong yet. */
function dropHalf(all: Typed): Typed {
  const here = fields.find((field) => field === document.activeElement?.id);
  return here === undefined || /(?:\d+\D+){3}\d/.test(all[here]) ? all : { ...all, [here]: "" };
}

/** Whether there is enough to hold one thing against another; a SIM card's network tells the terminal the rest. */
function isComplete({ channel, address, mask, gateway }: Typed): boolean {
  if (channel === "cellular") return true;
  return address.trim() !== "" && gateway.trim() !== "" && (mask.trim() !== "" || address.includes("/"));
}

function drawFinding(finding: Finding, place: number): HTMLElement {
  const words = paperWords[language];
  const [correction] = finding.corrections;
  const values = (correction?.set ?? []).map((assignment) => assignment.slice(assignment.indexOf("=") + 1));
  return make(
    "div",
    { "class": "finding", "data-rule": finding.rule },
    ...(place === 0 ? [] : [make("h3", {}, finding.message[language])]),
    make("p", {}, finding.why[language]),
    ...(values.length === 0 ? [] : [make("p", {}, `${words.key} `, make("code", {}, values.join(", ")))]),
  );
}

draw();
