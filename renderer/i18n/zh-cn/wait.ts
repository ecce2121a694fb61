import type { waitEn } from "../en/wait.ts";

export const waitZhCn: Readonly<Record<keyof typeof waitEn, string>> = {
  "wait.seconds": "大约还需 {count} 秒",
  "wait.minutes": "大约还需 {count} 分钟",
  "wait.soon": "马上就好",
  "wait.longer": "比平时久",
};
