import type { CheckId } from "../check-id.ts";
import type { Saying, SayingKey } from "./en.ts";

export const titlesZhCn: Readonly<Record<CheckId, string>> = {
  device: "线上有设备",
  driver: "驱动程序",
  listing: "端口列表",
  which: "是哪个端口",
  name: "端口的名字",
  present: "端口还在",
  permission: "有权打开",
  free: "没有被占用",
  speed: "线路的速率",
  pace: "内容没有丢失",
};

function say(sentence: string, ...steps: readonly string[]): Saying {
  return { sentence, steps };
}

const carry = [
  "在另一台电脑上，从芯片厂家的网站下载驱动 {driver}，用 U 盘拷到这里。",
  "在这里安装。安装需要管理员权限：请找管理这台电脑的人。",
  "拔下数据线，再重新插上。",
] as const;

export const sayingsZhCn: Readonly<Record<SayingKey, Saying>> = {
  "listing-ok": say("系统能列出串口。"),
  "listing-none": say("系统没有给出串口列表。", "请直接填写端口名，例如 /dev/ttyUSB0 或 COM3。"),
  "device-there": say("USB 上已接 {count} 个串口或转接线。"),
  "device-built-in-chosen": say("这个端口是电脑自带的。"),
  "device-built-in": say(
    "只有电脑自带的端口（{port}），USB 上没有设备。",
    "如果终端用的是 USB 线：请打开终端，把数据线两头都插好，然后再检查一次。",
    "如果那时没有新设备出现，说明这根线不能传数据，或者插口坏了。",
  ),
  "device-appeared": say("刚接上的是：{name}。"),
  "device-remote": say("这个端口在网络上，不在这台电脑的线上。"),
  "device-none": say(
    "这台电脑没有看到终端，也没有看到转接线。",
    "请打开终端，把数据线两头都插好。",
    "然后再检查一次。如果没有新设备出现，说明这根线不能传数据，或者插口坏了。",
  ),
  "device-nothing-new": say(
    "没有新设备出现。只能充电的线里没有传数据的线芯：终端有电，电脑却什么都看不到。",
    "请换一根线，最好用终端自带的那根。",
    "直接插在电脑上，不要经过集线器，并换一个插口。",
    "有些终端只有一个口能传数据，或者要先在菜单里选择。",
  ),
  "which-chosen": say("已经选了端口。"),
  "which-only": say("只有一个端口：{port}。"),
  "which-fresh": say("刚插上的是 {port}。"),
  "which-several": say(
    "有 {count} 个端口，从这里看不出区别。",
    "先检查一次，拔下终端再插上，然后再检查一次：新出现的那个会在这里写明。",
  ),
  "which-none": say("没有可选的端口。"),
  "driver-ok": say("接上的每根转接线都有自己的端口。"),
  "driver-nothing": say("没有接上需要驱动的转接线。"),
  "driver-linux": say(
    "{name}（{ids}）已接上，但 Linux 没有为它建立端口。",
    "加载驱动：sudo modprobe {module}",
    "如果找不到这个模块，请安装内核的附加模块（Ubuntu 上：sudo apt install linux-modules-extra-$(uname -r)）。",
    "拔下数据线，再重新插上。",
  ),
  "driver-brltty": say(
    "{name}（{ids}）已接上，但盲文显示器的程序 brltty 把它从驱动手里抢走了。",
    "如果这里没有人用盲文显示器，请把它卸载：sudo apt remove brltty",
    "拔下数据线，再重新插上。",
  ),
  "driver-macos": say(
    "{name}（{ids}）已接上，但 macOS 没有为它建立端口。",
    "打开“系统设置”里的“隐私与安全性”，如果那里询问驱动或配件，请允许。",
    "如果没有询问，请安装芯片厂家的驱动，然后重新启动。",
  ),
  "driver-missing": say("{name}（{ids}）已接上，但 Windows 没有它的驱动（代码 28）。", ...carry),
  "driver-cannot-start": say(
    "{name}（{ids}）已接上，但驱动无法启动它（代码 10）。",
    "拔下来，换一个插口插上，再检查一次。",
    ...carry,
    "仿制的芯片会被原厂驱动拒绝：那就需要换一根转接线。",
  ),
  "driver-phased-out": say(
    "{name}：厂家的驱动不接受这块芯片，因为它太旧或是仿制的。这根线不能再配这个驱动使用。",
    "请换一根转接线，芯片用 FTDI、Silicon Labs（CP210x）或沁恒（CH340）的。",
    "如果一时换不到，管理员可以在设备管理器里选用 2008 年的旧驱动（3.3.2）：更新驱动程序，让我从列表中选取。",
  ),
  "driver-disabled": say(
    "{name}（{ids}）在 Windows 里被停用了（代码 22）。",
    "请管理员在设备管理器里启用：点右键，启用设备。",
  ),
  "driver-damaged": say("{name}（{ids}）的驱动已损坏（代码 39）。", ...carry),
  "driver-device-fault": say(
    "{name}（{ids}）报告了故障，Windows 已停止使用它（代码 43）。",
    "拔下来，直接插在电脑上，不要经过集线器。",
    "换一根线，再重启终端。",
  ),
  "driver-unplugged": say("{name}（{ids}）已经没有接上了（代码 45）。", "请重新插好数据线。"),
  "driver-unsigned": say("{name}（{ids}）的驱动没有签名，Windows 不信任它（代码 52）。", ...carry),
  "driver-problem": say(
    "Windows 使用 {name}（{ids}）时有问题：代码 {code}。",
    "拔下来再插上，然后再检查一次。",
    ...carry,
  ),
  "port-unchosen": say("还没有选端口。"),
  "port-remote": say("这个端口在网络上。"),
  "name-ok": say("名字 {port} 没有问题。"),
  "name-high": say("{port} 的编号较大，没有影响。"),
  "name-call-in": say("{port} 是端口的呼入一侧，会一直等待载波。", "请改用 {other}。"),
  "present-ok": say("{port} 在。"),
  "present-again": say("与 {port} 的连接断过，现在端口又在了。", "请检查两头的插头，然后重新连接。"),
  "present-gone": say(
    "{port} 不在。",
    "请把数据线两头插好，并打开终端。",
    "再从列表里选一次端口：它回来时编号可能变了。",
  ),
  "present-refused": say("{port} 不接受连接。", "请检查串口服务器是否开机、地址和端口号是否正确。"),
  "permission-unasked": say("这个系统要到打开端口时才知道。"),
  "permission-ok": say("当前用户可以打开 {port}。"),
  "permission-group": say(
    "{port} 只给 {group} 组的成员用，而 {user} 不在这个组里。",
    "请输入：sudo usermod -aG {group} {user}",
    "退出整个桌面再重新登录；只开一个新窗口不够。",
    "或者安装 Counterpart 自带的 udev 规则（resources/packaging/70-counterpart.rules），不必重新登录。",
  ),
  "permission-pending": say(
    "{user} 已经是 {group} 组的成员，但登录是在加入之前。",
    "请退出整个桌面再重新登录，或者重启电脑。",
  ),
  "permission-owner": say(
    "{user} 无权打开 {port}，它只给 root 用。",
    "请安装 Counterpart 自带的 udev 规则（resources/packaging/70-counterpart.rules），然后重新插上数据线。",
  ),
  "free-ok": say("没有发现其他程序占用 {port}。"),
  "free-held": say("程序 {program}（进程 {pid}）占用着 {port}。", "请关闭 {program}，然后再试。"),
  "free-stale": say(
    "程序 {program}（进程 {pid}）还抓着一个已经拔掉的端口。",
    "请关闭 {program}，拔下数据线，再重新插上。",
  ),
  "free-grabber": say(
    "程序 {program} 会自己去用串口，{port} 被它占用，或者正被它查看。",
    "请等半分钟再试：它没找到调制解调器就会放开。",
    "要让它以后不再碰，请安装 Counterpart 自带的 udev 规则，或者卸载它：sudo apt remove {package}",
  ),
  "free-windows": say(
    "Windows 不放开 {port}：有别的程序在用它，或者拔线时正在用它。",
    "请关闭所有与终端、收银机或打印机通信的程序，通知区域里的也要关。",
    "拔下数据线，等五秒钟，插到另一个插口。",
    "如果还是这样，请重启电脑。",
  ),
  "free-unknown": say(
    "有别的程序占用着 {port}，当前用户看不到是哪一个。",
    "请关闭所有与终端、收银机或打印机通信的程序。",
    "要查是哪一个：sudo fuser -v {port}",
  ),
  "free-server": say("串口服务器一次只让一个连接进来，{port} 已经有人在用。", "请关闭另一个连接，或重启串口服务器。"),
  "speed-untried": say("没有收到说明它不对的内容。"),
  "speed-garbled": say(
    "收到的不是文字，说明速率不对，也就是每秒位数（波特率）。",
    "请在终端的菜单或说明书里查到速率，并选择它。",
    "否则请依次试试常用的：9600、19200、38400、57600、115200。",
  ),
  "speed-silent": say(
    "没有收到能看懂的回答。可能速率不对，也可能线上没有声音。",
    "请确认终端已经开机并启动完，而且在它的菜单里把这个口设成连接电脑。",
    "请依次试试常用的速率：9600、19200、38400、57600、115200。",
    "别的设备的串口线，线芯可能接反了：请用终端配的那根。",
  ),
  "pace-untried": say("没有收到说明它不对的内容。"),
  "pace-damaged": say(
    "内容在路上丢了或变了。这时 Counterpart 会放慢输入，但还是不够。",
    "请换一根短一些的线，离电源线远一些，不要经过集线器。",
    "请选低一些的速率；如果终端支持，也可以用流控（--flow-control hardware）。",
  ),
};
