// What makes a line worth a closer look for card data, told by its bytes alone while it is scanned. Whatever `mayHoldSecret`
// would find, this finds; what it finds besides costs only time.
//
//   twelve digits or hex digits with little between them | eighteen characters of base64 | a name | a byte beyond ASCII

/** Bits of `byteKinds`. */
export const isHexDigit = 1;
/** Between digits: does not end a run of them. */
export const isBetween = 2;
export const isBase64 = 4;
export const isBeyondAscii = 8;

export const fewestHexDigits = 12;
export const fewestBase64 = 18;

export const byteKinds: Uint8Array = Uint8Array.from({ length: 256 }, (_, byte) => {
  if (byte >= 0x80 || byte === 0) return isBeyondAscii | isBetween;
  const character = String.fromCharCode(byte);
  return (
    (/[\da-fA-F]/.test(character) ? isHexDigit : 0) |
    (/[ \t:,.\-_%+xXuU\\&#;|*"'=]/.test(character) ? isBetween : 0) |
    (/[A-Za-z\d+/_]/.test(character) ? isBase64 : 0)
  );
});

const digits = "0123456789";
const beforeFieldNumber = ["", "_", ".", "#", "-"].flatMap((mark) => [mark, `${mark}[`, `${mark}(`]);

/** Lower-case beginnings of names behind which card data stands. */
export const secretNames: readonly string[] = [
  ...["pin", "puk", "pan", "card", "acc", "acct", "track", "trk", "trc", "key", "tmk", "tpk", "tak", "tdk", "wk"],
  ...["zmk", "zpk", "zak", "pik", "mak", "tek", "tsk", "bdk", "ipek", "dukpt", "cvv", "cvc", "cvn", "cav2", "cid"],
  ...["psk", "passw", "passph", "pwd", "exp", "field", "fld", "bit", "kh", "zh"],
  ...["f", "de"].flatMap((name) =>
    beforeFieldNumber.flatMap((between) => Array.from(digits, (digit) => name + between + digit)),
  ),
];
