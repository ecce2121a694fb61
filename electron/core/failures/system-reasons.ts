// What a system says when a file cannot be had, in words: the code alone says nothing to a person.
import type { Localized } from "./localized.ts";

const reasons: Readonly<Record<string, Localized>> = {
  ENOENT: { en: "there is no such file or folder", "zh-CN": "没有这个文件或文件夹" },
  EACCES: { en: "this user may not", "zh-CN": "当前用户没有权限" },
  EPERM: { en: "this user may not", "zh-CN": "当前用户没有权限" },
  EISDIR: { en: "it is a folder", "zh-CN": "这是一个文件夹" },
  ENOTDIR: { en: "part of the path is no folder", "zh-CN": "路径中有一段不是文件夹" },
  ENOSPC: { en: "the disk is full", "zh-CN": "磁盘已满" },
  EDQUOT: { en: "this user's share of the disk is full", "zh-CN": "当前用户的磁盘配额已用完" },
  EROFS: { en: "the disk cannot be written", "zh-CN": "磁盘是只读的" },
  EBUSY: { en: "another program has it open", "zh-CN": "另一个程序正在使用它" },
};

/** The reason with its code behind it; anything else as it is. */
export function wordReason(reason: string): Localized {
  const words = reasons[reason];
  return words === undefined
    ? { en: reason, "zh-CN": reason }
    : { en: `${words.en} (${reason})`, "zh-CN": `${words["zh-CN"]}（${reason}）` };
}
