// What can be wrong with a sheet besides what the rules find. `{name}` quotes a value.
import type { Localized } from "../failures/localized.ts";
import type { Severity } from "../findings/finding.ts";

interface RemarkText extends Localized {
  readonly severity: Severity;
}

export const remarkTexts = {
  "column-unknown": {
    severity: "info",
    en: "The column {heading} is not known and was left out. Say what it is, if it matters.",
    "zh-CN": "不认识 {heading} 这一列，已略过。如果它有用，请指明它是什么。",
  },
  "column-twice": {
    severity: "error",
    en: "Two columns are both read as {title}. Say which one is meant.",
    "zh-CN": "有两列都读作“{title}”，请指明用哪一列。",
  },
  "cell-impossible": {
    severity: "error",
    en: "{text} cannot stand here: it {reason}.",
    "zh-CN": "这里不能填 {text}：{reason}。",
  },
  "cell-too-long": {
    severity: "error",
    en: "The cell is longer than {most} characters.",
    "zh-CN": "这个单元格超过 {most} 个字符。",
  },
  "cell-control": {
    severity: "error",
    en: "The cell holds a character that must not reach a terminal ({character}).",
    "zh-CN": "单元格里有不能送到终端的字符（{character}）。",
  },
  "cell-formula": {
    severity: "info",
    en: "This is a formula; its value {text} was used.",
    "zh-CN": "这里是公式，已使用它的值 {text}。",
  },
  "formula-empty": {
    severity: "error",
    en: "This is a formula without a value. Open the sheet in the spreadsheet program, save it, or type the value.",
    "zh-CN": "这里是没有值的公式。请在表格软件里打开并保存一次，或直接填写值。",
  },
  "cell-error": {
    severity: "error",
    en: "The spreadsheet shows an error here ({text}).",
    "zh-CN": "表格软件在这里显示错误（{text}）。",
  },
  "cell-date": {
    severity: "error",
    en: "The spreadsheet made a date of what was typed here. Format the column as text and type it again.",
    "zh-CN": "表格软件把这里的内容变成了日期。请把该列设为文本格式后重新填写。",
  },
  "cell-merged": {
    severity: "info",
    en: "The cell is merged with others; their value {text} was used.",
    "zh-CN": "这是合并单元格，已使用合并区域的值 {text}。",
  },
  "merged-own": {
    severity: "error",
    en: "The cell is merged with another row, but every terminal needs a value of its own here.",
    "zh-CN": "这个单元格与其他行合并了，但每台终端在这里要有自己的值。",
  },
  "number-shortened": {
    severity: "error",
    en: "The spreadsheet has shortened this long number to {text}; its last digits are lost. Format the column as text and type it again.",
    "zh-CN": "表格软件把这个长数字缩成了 {text}，末尾几位已丢失。请把该列设为文本格式后重新填写。",
  },
  "number-not-text": {
    severity: "warning",
    en: "The spreadsheet keeps {text} as a number, so zeros in front would be gone. Compare it with the terminal, or format the column as text.",
    "zh-CN": "表格软件把 {text} 存成了数字，前面的 0 可能已丢失。请与终端核对，或把该列设为文本格式。",
  },
  "serial-filler": {
    severity: "error",
    en: "{text} is not a serial number of one terminal. Leave the cell empty for whichever terminal comes next.",
    "zh-CN": "{text} 不是某一台终端的序列号。如果给下一台接上的终端用，请留空。",
  },
  "row-repeated": {
    severity: "error",
    en: "The row is the same as line {line}.",
    "zh-CN": "这一行与第 {line} 行完全相同。",
  },
  "merchant-number-form": {
    severity: "warning",
    en: "A merchant number has 15 letters or digits; this one has {count}.",
    "zh-CN": "商户号应为 15 位字母或数字，这里是 {count} 位。",
  },
  "terminal-number-form": {
    severity: "warning",
    en: "A terminal number has 8 letters or digits; this one has {count}.",
    "zh-CN": "终端号应为 8 位字母或数字，这里是 {count} 位。",
  },
  "terminal-number-twice": {
    severity: "error",
    en: "Line {line} has the same merchant number and terminal number.",
    "zh-CN": "第 {line} 行的商户号和终端号与这一行相同。",
  },
  "passphrase-dropped": {
    severity: "warning",
    en: "The Wi-Fi password was checked and is not kept: Counterpart does not set it. Type it on the terminal.",
    "zh-CN": "Wi-Fi 密码只检查、不保存，Counterpart 不会设置它，请在终端上输入。",
  },
  "profile-unknown": {
    severity: "error",
    en: "No terminal description called {text} may be used here. There are: {known}.",
    "zh-CN": "这里没有可用的终端描述 {text}。现有：{known}。",
  },
  "serials-unsaid": {
    severity: "warning",
    en: "No column is taken for serial numbers: every terminal gets the next free row, whichever it is. If a column holds them, say so under “What the columns are”.",
    "zh-CN":
      "没有一列被认作序列号：接上任何一台终端，都会用下一个空闲的行。如果表里有序列号，请在“各列的含义”里指定那一列。",
  },
  "pool-missing": {
    severity: "error",
    en: "The row has no address, and there is no pool for it (site: {site}).",
    "zh-CN": "这一行没有地址，也没有可用的地址池（门店：{site}）。",
  },
  "pool-empty": {
    severity: "error",
    en: "The pool {pool} has no free address left for this row.",
    "zh-CN": "地址池 {pool} 已没有空闲地址给这一行。",
  },
  "address-allocated": {
    severity: "info",
    en: "The address {address} was taken from the pool.",
    "zh-CN": "已从地址池分配 {address}。",
  },
  "address-used": {
    severity: "error",
    en: "The register has {address} on the terminal {terminal}.",
    "zh-CN": "登记簿里 {address} 已由终端 {terminal} 使用。",
  },
  "nothing-to-set": {
    severity: "warning",
    en: "The row says nothing that could be set.",
    "zh-CN": "这一行没有任何可设置的内容。",
  },
  "by-hand-on-some": {
    severity: "info",
    en: "{title} is set where the terminal takes it from Counterpart; on others it is listed in the report, to be typed on the terminal.",
    "zh-CN": "终端可以由 Counterpart 设置“{title}”时会直接设置；否则列入报告，需要在终端上输入。",
  },
  "only-by-hand": {
    severity: "info",
    en: "Counterpart checks {title} and lists it in the report; it is typed on the terminal.",
    "zh-CN": "“{title}”由 Counterpart 检查并列入报告，需要在终端上输入。",
  },
} as const satisfies Readonly<Record<string, RemarkText>>;

export type RemarkCode = keyof typeof remarkTexts;
