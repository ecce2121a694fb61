import type { guideEn } from "../en/guide.ts";

export const guideZhCn: Readonly<Record<keyof typeof guideEn, string>> = {
  "guide.title": "用演示终端练习",
  "guide.step": "第 {at} 步，共 {all} 步",
  "guide.end": "结束练习",
  "guide.connect": "替我选好",
  "guide.open": "打开“{screen}”",
  "guide.finish": "完成",
  "guide.done-title": "练完了",
  "guide.shop-1": "在左边的“演示终端”里，点那台通信连接失败的。以后插上您自己的终端，也会出现在左边。",
  "guide.shop-2": "大字说明问题是什么，图上标出问题在哪里。点“修复”，写入之前每一处改动都会先给您看。",
  "guide.shop-3": "看一遍要改什么，勾选没有正在进行的交易，再写入。万一不行，会恢复原来的设置。",
  "guide.shop-done": "新的设置已写入，并从终端读回核对。换成您自己的终端也一样：插上线，选中它，点修复。",
  "guide.install-1": "在左边的“演示终端”里，点那台通信连接失败的。以后插上您自己的终端，也会出现在左边。",
  "guide.install-2": "在“设置”里，标尺画出路由器落在网段外面。把路由器地址改成 192.168.1.1，再点“核对并写入”。",
  "guide.install-3": "每一项都列出现在的值和改成的值。勾选没有正在进行的交易，再写入。",
  "guide.install-done": "已写入、测试并读回核对。写过的每一次都记在“历史”里，也可以从那里撤销。",
  "guide.repair-1": "在左边的“演示终端”里，点那台通信连接失败的。别的端口可以在下面手动输入。",
  "guide.repair-2": "打开“为什么连不上？”，开始检查：终端会一段一段地试，每个原因都列出支持它的依据。看完再去“日志”。",
  "guide.repair-3": "读取终端的日志。卡号在送到这个窗口之前就已遮盖。保存下来的日志文件也可以直接拖进来。",
  "guide.repair-done": "主要的工具就是这些。原始控制台和所有操作，按 Ctrl+K（Mac 上是 ⌘K）都能找到。",
};
