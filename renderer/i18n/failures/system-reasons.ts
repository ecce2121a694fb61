// What a system calls by a code when a file cannot be had, in words; a code that is not here stands as it is.
import type { Language, Localized } from "../../../electron/core/failures/localized.ts";

const reasons: Readonly<Record<string, Localized>> = {
  ENOENT: { en: "it is not there", "zh-CN": "找不到它" },
  EACCES: { en: "no permission", "zh-CN": "没有权限" },
  EPERM: { en: "no permission", "zh-CN": "没有权限" },
  EISDIR: { en: "it is a folder", "zh-CN": "它是一个文件夹" },
  ENOTDIR: { en: "part of its path is not a folder", "zh-CN": "路径中有一段不是文件夹" },
  ENOSPC: { en: "the disk is full", "zh-CN": "磁盘已满" },
  EROFS: { en: "the disk can only be read", "zh-CN": "磁盘只能读取" },
  EBUSY: { en: "another program is using it", "zh-CN": "别的程序正在使用它" },
};

export function putInWords(sentence: string, language: Language): string {
  return sentence.replace(/\bE[A-Z]{3,}\b/g, (code) => reasons[code]?.[language] ?? code);
}
