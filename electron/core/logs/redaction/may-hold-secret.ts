// A quick look that lets most lines pass: only what this finds suspicious is searched in earnest.

const suspicious = new RegExp(
  [
    // Twelve digits, or eight octets of hex, with little between them.
    String.raw`\d(?:[ \t\u00a0.,_+\u2000-\u2015\u2212\u3000-]{0,3}\d){11}`,
    String.raw`[\da-fA-F]{12}`,
    String.raw`(?:[\da-fA-F]{2}(?:[ :-]{1,2}|,? ?(?:0x|\\x))){5}`,
    String.raw`(?:[\da-fA-F]{4,8}[ \t]+){2}[\da-fA-F]{4}`,
    // Escaped digits, full-width ones, invisible characters between digits.
    String.raw`%[0-9a-fA-F]{2}.{0,8}%|\\u00|&#|[\uff10-\uff19\u2000-\u200d\u2060\ufeff\0]`,
    // Names of what must not stay.
    "pin|puk|pan|card|ac(?:c|ct|count)?[ _-]?n|track|tr[ck]|key|t[mpad]k|[zt]wk|[zp]?[im]ak|pik|bdk|ipek|cv[vcn]|cav2|cid",
    "ps[kw]|passw|passph|pwd|exp(?:iry|iration)?[ _-]?date|(?:field|fld|bit)[ _.#[(-]*\\d|(?:f|de)[_.#-]?[[(]?\\d",
    "[卡账帐磁密域字口]|安全码|校验码|有效期|kh|zh|tek|tsk|twk|zak|dukpt|wk",
  ].join("|"),
  "i",
);

/** Base64 of thirteen digits: capital letters are among any eighteen characters of it. */
const base64 = /(?=[a-z\d+/_]{0,17}[A-Z])[A-Za-z\d+/_]{18}/;

export function mayHoldSecret(line: string): boolean {
  return suspicious.test(line) || base64.test(line);
}
