import type { RuleId } from "../rules/registry.ts";
import type { FindingText, ReasonId, verdictTextsEn } from "./en.ts";

export const findingTextsZhCn: Readonly<Record<RuleId, FindingText>> = {
  "link.mac-unusable": {
    message: "{interface} 的硬件地址（MAC）是 {mac}，任何设备都不会有这样的地址。",
    why: "路由器靠硬件地址分辨设备，这样的地址会让网络时断时续。多半是终端丢失了出厂数据，需要送修。",
  },
  "ipv4.dhcp-no-address": {
    message: "{interface} 已经接通，但路由器没有给终端分配地址。",
    why: "没有地址，终端什么也连不上。请确认网线接在路由器上，并且路由器开启了自动分配地址（DHCP）。",
  },
  "ipv4.address-missing": {
    message: "{interface} 选了手动设置，终端地址却是空的。",
    why: "没有地址，终端什么也连不上。请填写地址，或改为由路由器自动分配（DHCP）。",
  },
  "ipv4.address-syntax": {
    message: "终端地址 {address} 的写法不对：应为四个 0 到 255 的数字，中间用点隔开，前面不补零。",
    why: "终端用不了这个地址，或者会把它当成另一个地址。",
  },
  "ipv4.mask-wildcard": {
    message: "子网掩码 {mask} 写反了，应为 {meant}。",
    why: "掩码写反，终端会到错误的地方找路由器。{mask} 是路由器过滤规则里用的反掩码。",
  },
  "ipv4.mask-invalid": {
    message: "子网掩码 {mask} 无效。",
    why: "终端靠掩码判断哪些地址在同一个网段里，它应该像 255.255.255.0（前缀长度 24）这样。",
  },
  "ipv4.mask-missing": {
    message: "终端地址 {address} 没有配子网掩码。",
    why: "没有掩码，终端只能猜哪些地址在同一个网段里，可能到错误的地方找路由器。",
  },
  "ipv4.address-unusable": {
    message: "终端地址 {address} 是保留地址，任何设备都不能用。",
    why: "{range} 这一段地址另有用途。用了它，终端收发不了任何数据。",
  },
  "ipv4.address-link-local": {
    message: "终端地址 {address} 只是临时地址：没有路由器分配地址时，设备会自己取一个。",
    why: "用临时地址连不上外面。请确认网线接在路由器上，并且路由器开启了自动分配地址（DHCP）。",
  },
  "ipv4.address-is-network": {
    message: "终端地址 {address} 代表整个网段 {subnet}，不能给一台设备用。",
    why: "发往这个地址的数据没有设备会收。请在同一网段里另选一个地址。",
  },
  "ipv4.address-is-broadcast": {
    message: "终端地址 {address} 是网段 {subnet} 的广播地址，不能给一台设备用。",
    why: "广播地址用来呼叫网段里的所有设备。请在同一网段里另选一个地址。",
  },
  "ipv4.gateway-syntax": {
    message: "路由器地址（网关）{gateway} 的写法不对：应为四个 0 到 255 的数字，中间用点隔开，前面不补零。",
    why: "终端找不到路由器，就连不上外面。",
  },
  "ipv4.gateway-is-self": {
    message: "路由器地址（网关）填成了终端自己的地址 {gateway}。",
    why: "终端会把要发出去的数据发给自己，所以连不上外面。",
  },
  "ipv4.gateway-is-network": {
    message: "路由器地址（网关）{gateway} 代表整个网段 {subnet}，不是一台路由器。",
    why: "没有路由器会用这个地址，所以终端连不上外面。",
  },
  "ipv4.gateway-is-broadcast": {
    message: "路由器地址（网关）{gateway} 是网段 {subnet} 的广播地址，不是一台路由器。",
    why: "没有路由器会用这个地址，所以终端连不上外面。",
  },
  "ipv4.gateway-outside-subnet": {
    message: "路由器地址（网关）{gateway} 不在终端所在的网段里（{first} 到 {last}）。",
    why: "终端只能把数据交给同一网段里的路由器。照现在的设置，外面什么都连不上。",
  },
  "ipv4.gateway-missing": {
    message: "{interface} 没有填写路由器地址（网关），终端出不了网段 {subnet}。",
    why: "交易数据要经过路由器才能发出去。不知道路由器的地址，终端就连不上外面。",
  },
  "dns.server-syntax": {
    message: "域名服务器（DNS）{servers} 的写法不对：应为四个 0 到 255 的数字，中间用点隔开，前面不补零。",
    why: "终端无法向它查询，可能找不到收单机构的主机。",
  },
  "dns.server-unusable": {
    message: "域名服务器（DNS）{servers} 不可能存在：没有设备能用这个地址。",
    why: "它永远不会应答，终端要等很久才能找到收单机构的主机，甚至找不到。",
  },
  "dns.server-loopback": {
    message: "域名服务器（DNS）{servers} 指向终端自己，而终端上没有看到可用的域名服务。",
    why: "除非终端自带域名服务，否则找不到收单机构的主机。",
  },
  "dns.servers-missing": {
    message: "终端没有域名服务器（DNS），{interface} 一个也没有填。",
    why: "如果收单机构的主机用域名表示，没有域名服务器就找不到它。",
  },
  "ipv4.address-set-aside": {
    message: "终端地址 {address} 属于专供举例和测试的地址。",
    why: "{range} 这一段地址只出现在说明书和实验室里，可能是照抄了例子。",
  },
  "dns.server-set-aside": {
    message: "域名服务器（DNS）{servers} 属于专供举例和测试的地址。",
    why: "那里不会有服务器应答，可能是照抄了例子。查找主机会很慢，甚至失败。",
  },
  "dns.server-duplicate": {
    message: "域名服务器（DNS）{servers} 填了两遍。",
    why: "它不应答时，第二次问的还是它。换一个不同的备用服务器才有用。",
  },
  "ipv4.address-not-running": {
    message: "终端设置的地址是 {configured}，实际却没有任何地址在运行。",
    why: "设置还没有生效。请重启终端，或重新写入设置。",
  },
  "ipv4.drift": {
    message: "终端设置的地址是 {configured}，实际运行的却是 {running}。",
    why: "重启之后终端会改用设置的地址，现在能用的网络到时可能就不通了。",
  },
  "ipv4.gateway-drift": {
    message: "终端设置的路由器地址（网关）是 {configured}，实际运行的却是 {running}。",
    why: "重启之后终端会改用设置的网关，现在能用的网络到时可能就不通了。",
  },
  "dns.drift": {
    message: "终端设置的域名服务器（DNS）是 {configured}，实际运行的却是 {running}。",
    why: "重启之后终端会改用设置的服务器，现在能用的网络到时可能就不通了。",
  },
};

export const reasonsZhCn: Readonly<Record<ReasonId, string>> = {
  "gateway-runs": "终端现在实际使用的路由器就是 {gateway}。",
  "gateway-is-name-server": "{gateway} 就在终端所在的网段里，又是它的域名服务器；店里的路由器通常身兼两职。",
  "gateway-is-neighbour": "终端所在的网段里有一台地址为 {gateway} 的设备在应答。",
  "gateway-same-host-part": "{gateway} 是把原来的网关换到终端所在的网段后得到的地址。",
  "gateway-usual-place": "路由器通常使用网段里的第一个或最后一个地址，这里是 {gateway}。",
  "mask-too-long": "换用这个掩码，网段就是 {first} 到 {last}，终端 {address} 和路由器 {gateway} 都在里面。",
  "address-runs": "终端现在实际使用的地址就是 {address}。",
  "address-with-servers": "路由器 {gateway} 和域名服务器在同一个网段里，只有终端地址不在。",
  "address-with-gateway": "{address} 与路由器 {gateway} 在同一个网段里。请先确认没有别的设备使用这个地址。",
  "mask-runs": "终端现在实际使用的就是 {address}。",
  "mask-holds-gateway": "店里的网段通常就是 {address} 这么大，路由器 {gateway} 也在里面。",
  "mask-turned": "{mask} 就是把原来的掩码正过来。",
  "ask-network": "路由器可以自动给终端分配合适的地址（DHCP）。",
  "servers-that-remain": "剩下的服务器没有发现问题：{servers}。",
  "server-is-gateway": "路由器 {gateway} 通常也能当域名服务器。",
};

export const verdictTextsZhCn: Readonly<Record<keyof typeof verdictTextsEn, string>> = {
  healthy: "终端的网络设置没有发现问题。",
  unread: "读到的信息太少，还不能判断终端的网络设置。",
  unplugged: "终端没有接网线，也没有连上 Wi-Fi，还不能判断它的网络设置。",
};
