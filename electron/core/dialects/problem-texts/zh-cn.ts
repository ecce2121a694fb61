import type { problemTextsEn } from "./en.ts";

export const problemTextsZhCn: Readonly<Record<keyof typeof problemTextsEn, string>> = {
  "not-yaml": "这不是 YAML：{reason}。",
  "too-long": "文件超过 {bytes} 字节。",
  "family-unknown": "类别 {family} 没有描述文件的写法。可用的有：{known}。",
  missing: "这里缺少 {key}。",
  "wrong-type": "这里必须是 {expected}。",
  "unknown-key": "这里没有名为 {key} 的项。请检查拼写，或者去掉它。",
  "not-one-of": "这里只能是以下之一：{allowed}。",
  "out-of-range": "这里太长、太短、太大或太小。限度是 {limit}。",
  "wrong-form": "这里有不能出现的字符。",
  "no-form": "这里的写法不属于任何一种允许的写法。",
  "pattern-unreadable": "这个匹配式不能使用：{reason}。",
  "pattern-matches-nothing": "这个匹配式连空文本也能匹配，因此到处都会匹配。",
  "not-caught": "read 里没有哪个匹配式带有名为 {name} 的分组。请在它所代表的内容外面写上 (?<{name}>...)。",
  "placeholder-unknown": "这里没有 {name} 的值。可用的有：{known}。",
  "placeholder-missing": "这条命令什么也不设置：请用花括号写出值的位置，例如 {example}。",
  "placeholder-elsewhere": "{name} 只在 set 命令里才有值。",
  "command-forbidden":
    "这条命令含有 {command}，Counterpart 从不向终端发送：不发送任何付款、装载密钥或关闭调试桥的内容。",
  "restart-missing": "这需要一条 restart 命令，而文件里没有。",
  "login-empty": "login 需要询问用户名或密码的匹配式。",
};
