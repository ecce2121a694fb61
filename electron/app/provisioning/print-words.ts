// The words of what is printed.
import type { Language } from "../../core/failures/localized.ts";

interface PrintWords {
  readonly report: string;
  readonly certificate: string;
  readonly labels: string;
  readonly plan: string;
  readonly printed: string;
  readonly row: string;
  readonly serialNumber: string;
  readonly model: string;
  readonly firmware: string;
  readonly site: string;
  readonly address: string;
  readonly state: string;
  readonly by: string;
  readonly bench: string;
  readonly at: string;
  readonly set: string;
  readonly tests: string;
  readonly exceptions: string;
  readonly why: string;
  readonly push: string;
  readonly nothing: string;
  readonly byHand: string;
  readonly passed: string;
  readonly failed: string;
  readonly from: string;
  readonly states: Readonly<Record<"free" | "claimed" | "done" | "stopped", string>>;
  readonly unchanged: string;
}

export const printWords: Readonly<Record<Language, PrintWords>> = {
  en: {
    report: "Provisioning report",
    certificate: "Certificate of settings",
    labels: "Labels",
    plan: "Plan",
    printed: "Printed",
    row: "Row",
    serialNumber: "Serial number",
    model: "Model",
    firmware: "Firmware",
    site: "Site",
    address: "Address",
    state: "State",
    by: "By",
    bench: "Bench",
    at: "At",
    set: "What was set",
    tests: "Tests from the terminal",
    exceptions: "Exceptions",
    why: "Why it stopped",
    push: "In the history of pushes",
    nothing: "nothing",
    byHand: "to be typed on the terminal",
    passed: "passed",
    failed: "failed",
    from: "was",
    states: { free: "not begun", claimed: "under way", done: "done", stopped: "stopped" },
    unchanged: "The terminal had these settings already.",
  },
  "zh-CN": {
    report: "批量设置报告",
    certificate: "终端设置证明",
    labels: "标签",
    plan: "计划",
    printed: "打印时间",
    row: "行",
    serialNumber: "序列号",
    model: "型号",
    firmware: "固件",
    site: "门店",
    address: "地址",
    state: "状态",
    by: "操作人",
    bench: "工位",
    at: "时间",
    set: "设置内容",
    tests: "终端侧测试",
    exceptions: "例外",
    why: "停止原因",
    push: "推送记录",
    nothing: "无",
    byHand: "需在终端上输入",
    passed: "通过",
    failed: "未通过",
    from: "原为",
    states: { free: "未开始", claimed: "进行中", done: "已完成", stopped: "已停止" },
    unchanged: "终端原本就是这些设置。",
  },
};
