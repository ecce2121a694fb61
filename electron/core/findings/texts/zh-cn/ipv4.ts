import type { FindingText } from "../finding-text.ts";

export const ipv4TextsZhCn = {
  "ipv4.dhcp-no-address": {
    message: "{interface} 已经接通，但路由器没有给终端分配地址。",
    why: "没有地址，终端什么也连不上。请确认网线接在路由器上，并且路由器开启了自动分配地址（DHCP）。",
    technical: "链路已接通，方式为 dhcp，却没有租约。请查 DISCOVER 是否有 OFFER、VLAN、端口安全、地址池是否用尽。",
  },
  "ipv4.address-missing": {
    message: "{interface} 选了手动设置，终端地址却是空的。",
    why: "没有地址，终端什么也连不上。请填写地址，或改为由路由器自动分配（DHCP）。",
    technical: "{interface} 的方式是 static，却没有地址。",
  },
  "ipv4.address-syntax": {
    message: "终端地址 {address} 的写法不对：应为四个 0 到 255 的数字，中间用点隔开，前面不补零。",
    why: "终端用不了这个地址，或者会把它当成另一个地址。",
    technical: "问题：{fault}。别的写法各系统读法不同，例如前面补零在 inet_aton 里是八进制（RFC 6943 3.1.1）。",
  },
  "ipv4.mask-wildcard": {
    message: "子网掩码 {mask} 写反了，应为 {meant}。",
    why: "掩码写反，终端会到错误的地方找路由器。{mask} 是路由器过滤规则里用的反掩码。",
    technical: "{mask} 是 {meant} 的反码，是访问列表和 OSPF 里用的反掩码。",
  },
  "ipv4.mask-invalid": {
    message: "子网掩码 {mask} 无效。",
    why: "终端靠掩码判断哪些地址在同一个网段里，它应该像 255.255.255.0（前缀长度 24）这样。",
    technical: "问题：{fault}。掩码的 1 必须连续在前（RFC 4632 5.1），前缀长度为 1 到 32。",
  },
  "ipv4.mask-missing": {
    message: "终端地址 {address} 没有配子网掩码。",
    why: "没有掩码，终端只能猜哪些地址在同一个网段里，可能到错误的地方找路由器。",
    technical: "{address} 没有前缀长度，ifupdown 等会按旧的地址分类来猜（/8、/16、/24）。",
  },
  "ipv4.address-unusable": {
    message: "终端地址 {address} 是保留地址，任何设备都不能用。",
    why: "{range} 这一段地址另有用途。用了它，终端收发不了任何数据。",
    technical: "属于 {range}，不是主机能用的单播地址。",
  },
  "ipv4.address-link-local": {
    message: "终端地址 {address} 只是临时地址：没有路由器分配地址时，设备会自己取一个。",
    why: "用临时地址连不上外面。请确认网线接在路由器上，并且路由器开启了自动分配地址（DHCP）。",
    technical: "169.254.0.0/16（RFC 3927），说明 DHCP 没有应答。请查 DISCOVER 是否有 OFFER、VLAN、地址池是否用尽。",
  },
  "ipv4.address-is-network": {
    message: "终端地址 {address} 代表整个网段 {subnet}，不能给一台设备用。",
    why: "发往这个地址的数据没有设备会收。请在同一网段里另选一个地址。",
    technical: "{subnet} 的主机位全为 0。只有 /31（RFC 3021）和 /32 可以这样用。",
  },
  "ipv4.address-is-broadcast": {
    message: "终端地址 {address} 是网段 {subnet} 的广播地址，不能给一台设备用。",
    why: "广播地址用来呼叫网段里的所有设备。请在同一网段里另选一个地址。",
    technical: "{subnet} 的主机位全为 1。只有 /31（RFC 3021）和 /32 可以这样用。",
  },
  "ipv4.address-repeated": {
    message: "地址 {address} 同时设在 {interface} 和 {others} 上。",
    why: "终端从哪个口应答全凭运气，网络会时断时续。",
    technical: "{address} 同时配置在 {interface} 和 {others} 上，两边都会应答 ARP，回包可能从错误的接口发出。",
  },
  "ipv4.gateway-syntax": {
    message: "路由器地址（网关）{gateway} 的写法不对：应为四个 0 到 255 的数字，中间用点隔开，前面不补零。",
    why: "终端找不到路由器，就连不上外面。",
    technical: "问题：{fault}。内核或管理程序不会接受这条默认路由。",
  },
  "ipv4.gateway-is-self": {
    message: "路由器地址（网关）填成了终端自己的地址 {gateway}。",
    why: "终端会把要发出去的数据发给自己，所以连不上外面。",
    technical: "默认路由指向接口自己的地址 {address}。",
  },
  "ipv4.gateway-is-network": {
    message: "路由器地址（网关）{gateway} 代表整个网段 {subnet}，不是一台路由器。",
    why: "没有路由器会用这个地址，所以终端连不上外面。",
    technical: "{gateway} 在 {subnet} 里主机位全为 0。",
  },
  "ipv4.gateway-is-broadcast": {
    message: "路由器地址（网关）{gateway} 是网段 {subnet} 的广播地址，不是一台路由器。",
    why: "没有路由器会用这个地址，所以终端连不上外面。",
    technical: "{gateway} 在 {subnet} 里主机位全为 1。",
  },
  "ipv4.gateway-outside-subnet": {
    message: "路由器地址（网关）{gateway} 不在终端所在的网段里（{first} 到 {last}）。",
    why: "终端只能把数据交给同一网段里的路由器。照现在的设置，外面什么都连不上。",
    technical:
      "{gateway} 不在 {subnet} 里，也不在任何直连路由或附加地址的网段里，ip route 会报 Nexthop has invalid gateway。Debian 的 ifup 给路由加了 onlink 才不报错：请用 ip neigh 看网关是否应答。",
  },
  "ipv4.gateway-missing": {
    message: "{interface} 没有填写路由器地址（网关），终端出不了网段 {subnet}。",
    why: "交易数据要经过路由器才能发出去。不知道路由器的地址，终端就连不上外面。",
    technical: "没有默认路由，任何接口都没有网关，也不能确定所有主机都在 {subnet} 里。",
  },
  "ipv4.address-set-aside": {
    message: "终端地址 {address} 属于专供举例和测试的地址。",
    why: "{range} 这一段地址只出现在说明书和实验室里，可能是照抄了例子。",
    technical: "{range} 列在 IANA 的特殊用途登记里，互联网上不路由。",
  },
  "ipv4.address-public": {
    message: "终端地址 {address} 是互联网上的公网地址。",
    why: "店里的终端应该在路由器后面，使用内网地址。公网地址可能是别人的，也会让终端暴露在攻击之下。",
    technical: "不属于 10/8、172.16/12、192.168/16。只有线路直接接到终端时才正确，请向运营商核实，并确认有防火墙。",
  },
  "ipv4.mask-unusual": {
    message: "终端的网段 {subnet} 大小不寻常（{first} 到 {last}）。",
    why: "网段大小不对，终端会把外面的设备当成邻居，或者把路由器当成外人。",
    technical: "掩码为 {mask}。局域网的前缀长度一般在 /16 到 /30 之间，/31 和 /32 用于点对点链路。",
  },
  "ipv4.subnet-not-this-pc": {
    message: "终端的网段 {subnet} 与本机的 {networks} 不同，而两者接在同一台路由器上。",
    why: "接在同一台路由器上，两者应该在同一个网段里。终端的地址多半是给别的店用的。",
    technical: "本机网段为 {networks}。也可能是访客网络、VLAN，或中间还有一台路由器。",
  },
  "ipv4.subnets-overlap": {
    message: "{interface} 的网段 {subnet} 与 {other} 的网段 {otherSubnet} 重叠。",
    why: "终端分不清该从哪个口连到某个地址。如果 Wi-Fi 和网线接在同一台路由器上，这很平常。",
    technical: "{subnet} 与 {otherSubnet} 重叠，前缀更长或度量值更小的路由优先。",
  },
  "ipv4.default-routes-equal": {
    message: "终端有几条同样优先的出口：{interfaces}。",
    why: "走哪一条全凭运气，如果那一条上不了网，交易就会时好时坏。",
    technical: "经 {gateways} 的默认路由度量值同为 {metric}。请把首选的一条设得更小。",
  },
  "dhcp.static-leftovers": {
    message: "设置里还留着旧地址 {address}，而路由器分配给终端的是 {running}。",
    why: "路由器没有应答时，有些终端会用回旧地址，结果什么也连不上。",
    technical: "方式为 dhcp，却残留静态地址 {address}，租到的是 {running}。请清空地址、掩码和网关。",
  },
  "dhcp.lease-ends": {
    message: "路由器借给终端的地址还有 {remainingSeconds} 秒到期，一直没有续上。",
    why: "到期之后终端就没有地址了。请确认路由器仍在自动分配地址（DHCP）。",
    technical: "客户端在租期过半（T1）时续租。只剩 {remainingSeconds} 秒（负数表示已过期），说明续租没有应答。",
  },
  "ipv4.address-not-running": {
    message: "终端设置的地址是 {configured}，实际却没有任何地址在运行。",
    why: "设置还没有生效。请重启终端，或重新写入设置。",
    technical: "链路已接通，配置了 {configured}，接口上却没有地址：可能 ifup 失败，或检测到地址冲突。",
  },
  "ipv4.drift": {
    message: "终端设置的地址是 {configured}，实际运行的却是 {running}。",
    why: "重启之后终端会改用设置的地址，现在能用的网络到时可能就不通了。",
    technical: "配置为 {configured}，运行为 {running}：启动后被手动改过，或写入后没有生效。",
  },
  "ipv4.gateway-drift": {
    message: "终端设置的路由器地址（网关）是 {configured}，实际运行的却是 {running}。",
    why: "重启之后终端会改用设置的网关，现在能用的网络到时可能就不通了。",
    technical: "配置为 {configured}，默认路由经 {running}。",
  },
  "ipv4.address-carrier-nat": {
    message: "终端地址 {address} 是运营商多个用户共用的地址。",
    why: "在移动网络上这很平常，在店里的网络上就少见了。请看看网线接在哪里。",
    technical: "{range}，运营商级 NAT。终端多半直接接在运营商的设备上。",
  },
  "dhcp.server-not-gateway": {
    message: "给终端分配地址的是 {server}，不是它的路由器 {gateway}。",
    why: "店里通常由路由器分配地址。如果另有一台路由器也在分配，设备就会走错路。",
    technical: "DHCP 服务器标识（选项 54）为 {server}，路由器（选项 3）为 {gateway}。有中心服务器或中继时属于正常。",
  },
} as const satisfies Readonly<Record<string, FindingText>>;
