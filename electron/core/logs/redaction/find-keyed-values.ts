// Values that a name gives away: whatever stands behind 卡号, track2, pinblock, tmk, F52 or field[35], however it is quoted.
import { hideAll, hideMiddle, type RedactionKind, type Secret } from "./secret.ts";

interface KeyedValue {
  readonly kind: RedactionKind;
  readonly names: string;
  readonly value: string;
  /** 6+4 stay. */
  readonly isNumber?: true;
}

const hexOctets = String.raw`[\da-fA-F*](?:[ :-]?[\da-fA-F*]){15,}`;
const fieldName = String.raw`(?:(?:field|fld|bit|域|字段|第)[ _.#-]*|(?:f|de)[_.#-]?)[\[(]?`;
const fieldEnd = String.raw`(?![\da-z])[\])]?(?:[ ]?[域位])?`;
const field = (numbers: string): string =>
  `${fieldName}0{0,2}(?:${numbers})${fieldEnd}|(?<!\\d)0{0,2}(?:${numbers})[ ]?域`;

const keyedValues: readonly KeyedValue[] = [
  {
    kind: "card-number",
    names: String.raw`pan|(?:card|acct|account|acc|kh|zh)[ _-]?(?:no|num|number|id)?|卡号|主?[账帐]号|卡片?号码|银行卡|${field("2|34")}`,
    value: String.raw`[\d*](?:[ \t.-]?[\d*]){11,18}(?![\d*])`,
    isNumber: true,
  },
  {
    kind: "track",
    names: String.raw`(?:track|trk|trc|磁道|第?[一二三123]磁道?)[ _-]?(?:[123一二三]|[ab])?(?:[ _-]?(?:data|info|equivalent|equ|数据|信息|内容))*|[一二三123]磁道?数?据?|${field("35|36|45")}`,
    value: String.raw`(?=[^\s"'<>]*\d)[^\s"'<>,]{12,}(?:[ ](?=[\da-fA-F]{2}(?![\w]))[\da-fA-F*]{2})*`,
  },
  {
    kind: "pin",
    names: String.raw`(?:enc[a-z]*[ _-]?)?(?:pin|ping|puk)[ _-]?(?:block|blk|data|code|enc|cipher|密文|数据)?|cpin|密码密文|个人密码|交易密码|${field("52")}`,
    value: String.raw`(?=[\da-fA-F ]*\d|\*)(?:${hexOctets}|[\da-fA-F*]{4,}(?![\w.:]))`,
  },
  {
    kind: "key",
    names: String.raw`(?:[a-z]+[ _-]?)?key(?:[ _-]?(?:data|value|hex|cipher|\d))*|tmk|tpk|tak|tdk|twk|t?wk|zmk|zpk|zak|pik|mak|tek|tsk|bdk|ipek|dukpt|[主工作传输磁道加]{0,3}密?密钥|密钥密?文?|${field("48|62")}`,
    value: hexOctets,
  },
  {
    kind: "key",
    names: String.raw`psk|passphrase|password|passwd|pwd|口令|密码`,
    value: String.raw`(?=[=:："'])["']?[=:：][ ]?["']?(?<secret>[^\s"'<>,;&]{4,})`,
  },
  {
    kind: "card-data",
    names: String.raw`cvv2?|cvc2?|cvn2?|cav2|cid|安全码|校验码|有效期|exp(?:iry|iration)?[ _-]?date|card[ _-]?exp[a-z]*|${field("14")}`,
    value: String.raw`[\d*]{2}[/-]?[\d*]{1,2}(?:[\d*]{2})?(?![\w.:/-])`,
  },
  { kind: "card-data", names: field("54|55"), value: String.raw`(?=[^\s"'<>]*\d)[^\s"'<>,]{12,}` },
];

/** Between a name and its value: closing quotes, a length, an equals sign or a colon, an opening quote or bracket. */
const between = String.raw`["'\])>]*[ \t]*(?:[\[(]\d{1,3}[\])]|\d{1,3}(?=[ \t]*[:=：\[]))?[ \t]*(?:[:=：]|=>|->|is|为|是)?[ \t]*(?:<!\[CDATA\[)?["'\[(<{]*[ \t]*`;

const patterns = keyedValues.map(({ names, value, ...rest }) => ({
  ...rest,
  pattern: new RegExp(
    `(?<![A-Za-z0-9])(?:${names})${value.includes("(?<secret>") ? value : `${between}(?<secret>${value})`}`,
    "dgi",
  ),
}));

/** `rest` is the text with something else where names cannot stand: in the middle of octets `f2 26` is no field's name. */
export function findKeyedValues(text: string, rest: string): readonly Secret[] {
  const secrets: Secret[] = [];
  for (const { pattern, kind, isNumber } of patterns) {
    for (const match of text.matchAll(pattern)) {
      const place = match.indices?.groups?.["secret"];
      if (place === undefined || rest.charAt(match.index) !== text.charAt(match.index)) continue;
      const [from, to] = place;
      secrets.push(isNumber === true ? hideMiddle(text, { from, to }) : hideAll(kind, from, to));
    }
  }
  return secrets;
}
