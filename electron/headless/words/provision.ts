// What `counterpart provision` says.
import type { Language } from "../../core/failures/localized.ts";
import type { SlotStep } from "../../contract/provisioning.ts";

interface ProvisionWords {
  readonly errors: string;
  readonly portsOrAll: string;
  readonly planForm: string;
  readonly kept: string;
  readonly started: string;
  readonly waiting: Readonly<Record<"run" | "terminal" | "restart" | "return" | "scanned", string>>;
  readonly steps: Readonly<Record<SlotStep, string>>;
  readonly done: string;
  readonly same: string;
  readonly byHand: string;
  readonly would: string;
  readonly stop: string;
  readonly weakHub: string;
  readonly over: string;
  readonly nobody: string;
  readonly saved: string;
}

export const provisionWords: Readonly<Record<Language, ProvisionWords>> = {
  en: {
    errors: "{errors} errors and {warnings} warnings in {rows} rows.",
    portsOrAll: "give either --ports or --all",
    planForm: "must be a list of pools as JSON",
    kept: "Plan {plan}, {rows} rows, {errors} errors, {warnings} warnings.",
    started: "{state}: {done} done, {stopped} stopped, {free} left.",
    waiting: {
      run: "waits for the run",
      terminal: "waits for a terminal",
      restart: "the terminal restarts; this goes on by itself",
      return: "the terminal is away; it may come back on any port",
      scanned: "scanned; waits for its terminal",
    },
    steps: {
      recognising: "who is it",
      claiming: "looking up its row",
      reading: "reading",
      planning: "planning",
      pushing: "setting",
      testing: "testing",
      confirming: "confirming",
      reporting: "writing the report",
    },
    done: "done: {serial} has {address}",
    same: "done: {serial} already has {address}",
    byHand: "still to be typed on it: {wanted}",
    would: "would be set: {serial}: {changes}",
    stop: "STOP: {why} [{code}]",
    weakHub:
      "The hub {hub} has no supply of its own, and {terminals} terminals on it ask for {milliamps} mA. Use one with a supply.",
    over: "{done} done, {stopped} stopped.",
    nobody: "No terminal was found on these ports.",
    saved: "Saved: {file}",
  },
  "zh-CN": {
    errors: "共 {rows} 行，{errors} 处错误，{warnings} 处需要核对。",
    portsOrAll: "请给出 --ports 或 --all 其中之一",
    planForm: "应为 JSON 格式的地址池列表",
    kept: "计划 {plan}：{rows} 行，{errors} 处错误，{warnings} 处需要核对。",
    started: "{state}：完成 {done}，停止 {stopped}，剩余 {free}。",
    waiting: {
      run: "等待开始",
      terminal: "等待接上终端",
      restart: "终端正在重启，之后会自动继续",
      return: "终端已断开，接到任意端口都会继续",
      scanned: "已扫描，等待这台终端",
    },
    steps: {
      recognising: "识别终端",
      claiming: "查找对应的行",
      reading: "读取",
      planning: "制定改动",
      pushing: "写入",
      testing: "测试",
      confirming: "确认",
      reporting: "写入报告",
    },
    done: "完成：{serial} 的地址是 {address}",
    same: "完成：{serial} 原本就是 {address}",
    byHand: "还需在终端上输入：{wanted}",
    would: "将会设置：{serial}：{changes}",
    stop: "停止：{why} [{code}]",
    weakHub: "集线器 {hub} 没有外接电源，上面 {terminals} 台终端需要 {milliamps} mA，请换用带电源的集线器。",
    over: "完成 {done}，停止 {stopped}。",
    nobody: "这些端口上没有找到终端。",
    saved: "已保存：{file}",
  },
};
