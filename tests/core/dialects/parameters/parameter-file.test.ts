// Values by path, edited in place. Python's own readers are the witnesses for INI, JSON and XML.
import { execFileSync, spawnSync } from "node:child_process";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  editParameters,
  listParameters,
  type ParameterForm,
  parameterFormats,
  readParameters,
} from "../../../../electron/core/dialects/parameters/parameter-file.ts";
import { textToBinary } from "../../../../electron/core/bytes/binary-text.ts";

const form = (format: ParameterForm["format"], encoding: ParameterForm["encoding"] = "utf-8"): ParameterForm => ({
  format,
  encoding,
});

interface Example {
  readonly file: string;
  readonly path: readonly string[];
  readonly value: string;
  /** The same file with 10.0.0.2 there. */
  readonly edited: string;
}

const tlv = (tag: string, value: string): string => tag + String.fromCharCode(value.length) + value;

const examples: Readonly<Record<ParameterForm["format"], Example>> = {
  ini: {
    file: "\xef\xbb\xbf; 商户 till\r\n[net]\r\n ip : 10.0.0.1   ; old\r\nIP2=x\r[other]\nip=7\n\n#end",
    path: ["net", "ip"],
    value: "10.0.0.1",
    edited: "\xef\xbb\xbf; 商户 till\r\n[net]\r\n ip : 10.0.0.2   ; old\r\nIP2=x\r[other]\nip=7\n\n#end",
  },
  properties: {
    file: "# till\r\nnet.ip = 10.0.\\\r\n   0.1\nkey\\ with\\ blanks:v\n! more",
    path: ["net.ip"],
    value: "10.0.0.1",
    edited: "# till\r\nnet.ip = 10.0.0.2\nkey\\ with\\ blanks:v\n! more",
  },
  json: {
    file: '{ "net":[{"ip" : "10.0\\u002e0.1", "port":1.50e1}],\r\n\t"x":null }\n',
    path: ["net", "0", "ip"],
    value: "10.0.0.1",
    edited: '{ "net":[{"ip" : "10.0.0.2", "port":1.50e1}],\r\n\t"x":null }\n',
  },
  xml: {
    file: "<?xml version='1.0'?>\r\n<!-- till --><p a=\"1\">\n <i n='ip' v=\"10.0&#46;0.1\"/><i n='gw' v='1'/>\n</p>\n",
    path: ["p", "i[n=ip]", "@v"],
    value: "10.0.0.1",
    edited: "<?xml version='1.0'?>\r\n<!-- till --><p a=\"1\">\n <i n='ip' v=\"10.0.0.2\"/><i n='gw' v='1'/>\n</p>\n",
  },
  tlv: {
    file: tlv("\xe1", tlv("\xdf\x01", "10.0.0.1") + tlv("\xdf\x02", "x")) + tlv("\x9f\x1a", "\x01\x56"),
    path: ["E1", "DF01"],
    value: "10.0.0.1",
    edited: tlv("\xe1", tlv("\xdf\x01", "10.0.0.2") + tlv("\xdf\x02", "x")) + tlv("\x9f\x1a", "\x01\x56"),
  },
};

function editOrThrow(file: string, { path, value }: Example, format: ParameterForm["format"]): string {
  const edited = editParameters(file, form(format), [{ path, value }]);
  if (!edited.ok) throw new Error(edited.failure.code);
  return edited.value;
}

describe.each(parameterFormats)("a parameter file in %s", (format) => {
  const example = examples[format];

  test("is read by path", () => {
    expect(readParameters(example.file, form(format), [example.path, ["no such"]])).toEqual([example.value, null]);
  });

  test("changes in that value's bytes alone", () => {
    expect(editOrThrow(example.file, { ...example, value: "10.0.0.2" }, format)).toBe(example.edited);
  });

  test("stays the same byte for byte where the value is there already", () => {
    expect(editOrThrow(example.file, example, format)).toBe(example.file);
  });

  test("comes back byte for byte when the edit is taken back, whatever its length", () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[0-9a-z.:/-]{0,90}$/), (value) => {
        const there = editOrThrow(example.edited, { ...example, value }, format);
        expect(readParameters(there, form(format), [example.path])).toEqual([value]);
        expect(editOrThrow(there, { ...example, value: "10.0.0.2" }, format)).toBe(example.edited);
      }),
    );
  });

  test("is never changed by a control character or by a path that is not there exactly once", () => {
    const edit = (path: readonly string[], value: string): string => {
      const result = editParameters(example.file, form(format), [{ path, value }]);
      return result.ok ? "edited" : result.failure.code;
    };
    expect([edit(example.path, "1\n2"), edit(["net"], "1")]).toEqual(["value-refused", "parameter-missing"]);
  });
});

/** Lines as people and programs leave them: remarks, unknown keys, blanks, all line ends, any bytes. */
const messyIni = fc
  .array(
    fc.tuple(
      fc.oneof(
        fc.constantFrom("; remark", "# [nets]", "[ a ]", "[b]", "", "   ", "x", "k=v", 'q = "a;b"', "r= a ; b"),
        fc.stringMatching(/^[\x20-\x7e\x80-\xff]{0,30}$/),
      ),
      fc.constantFrom("\n", "\r\n", "\r"),
    ),
    { maxLength: 20 },
  )
  .map((lines) => lines.flat().join(""));

test("an INI file around the value keeps every byte of its own", () => {
  fc.assert(
    fc.property(messyIni, messyIni, (before, after) => {
      const file = (value: string): string => `${before}\n[net]\nip = ${value}\n[rest]\n${after}`;
      const edits = [{ path: ["net", "ip"], value: "10.0.0.2" }];
      const edited = editParameters(file("10.0.0.1"), form("ini", "latin-1"), edits);
      expect(edited.ok ? edited.value : "refused").toBe(file("10.0.0.2"));
    }),
  );
});

test("a backslash or bracket that is half of a Chinese character in GB 18030 is none", () => {
  // U+8A92 and U+4E57 end in 0x5C and 0x5B there.
  const file = '{"name":"\xd5\x5c\x81\x5b","ip":"1"}';
  expect(readParameters(file, form("json", "gb18030"), [["ip"], ["name"]])).toEqual(["1", "誠乕"]);
});

test("text in UTF-8 is read as text", () => {
  expect(readParameters(textToBinary("[门店]\nname=上海"), form("ini"), [[textToBinary("门店"), "name"]])).toEqual([
    "上海",
  ]);
});

test("a tag's length grows into a longer form together with those around it", () => {
  const value = "z".repeat(300);
  const edited = editOrThrow(examples.tlv.file, { ...examples.tlv, value }, "tlv");
  const list = listParameters(edited, form("tlv"));
  expect(list).toEqual([
    { path: "E1/DF01", value },
    { path: "E1/DF02", value: "x" },
    { path: "9F1A", value: "\x01\x56" },
  ]);
});

const witness = `
import sys, json, configparser, xml.etree.ElementTree as tree
files = json.load(sys.stdin)
ini = configparser.RawConfigParser(inline_comment_prefixes=(';',)); ini.read_string(files['ini'].lstrip('\\ufeff'))
print(json.dumps([ini['net']['ip'], json.loads(files['json'])['net'][0]['ip'], tree.fromstring(files['xml']).find("i[@n='ip']").get('v')]))
`;

const hasPython = spawnSync("python3", ["-c", "import configparser"]).status === 0;

test.skipIf(!hasPython)("Python's configparser, json and ElementTree read back what was written", () => {
  const files = Object.fromEntries(
    (["ini", "json", "xml"] as const).map((format) => [
      format,
      Buffer.from(editOrThrow(examples[format].file, { ...examples[format], value: "10.9.8.7" }, format), "latin1")
        .toString("utf8")
        .replaceAll("\r", "\n"),
    ]),
  );
  const read = execFileSync("python3", ["-c", witness], { input: JSON.stringify(files), encoding: "utf8" });
  expect(JSON.parse(read)).toEqual(["10.9.8.7", "10.9.8.7", "10.9.8.7"]);
});

const repeated = [
  " ",
  "\\",
  "<",
  "&",
  '"',
  "[",
  "{",
  "=",
  "a=",
  "a =\t",
  "\\\n",
  "<!--",
  "<a ",
  "<a>",
  '{"a":',
  "[[",
  "\xe1\x81\x7f",
  "\n",
  ";",
  "x\r",
  "[a]\n",
  "&#",
  "\x81",
];

test.each(parameterFormats)(
  "thirty thousand characters of the same in %s are read or refused without delay",
  (format) => {
    const start = performance.now();
    for (const piece of repeated) {
      for (const [head, tail] of [
        ["", ""],
        ["a=", "b"],
        ['{"a":"', '"}'],
        ["<a>", "</a>"],
        ["<a b='", "'/>"],
      ] as const) {
        listParameters(head + piece.repeat(32_768 / piece.length) + tail, form(format));
      }
    }
    expect(performance.now() - start).toBeLessThan(10_000);
  },
  60_000,
);
