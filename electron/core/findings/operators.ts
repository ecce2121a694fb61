// Resolvers that everybody may ask, and well-known ones of network operators, which answer only on their own lines or
// answer others with addresses that are far away. Neither list is complete, nor proof: rules that use them only warn.

export const operatorNames = ["china-telecom", "china-unicom", "china-mobile"] as const;

export type OperatorName = (typeof operatorNames)[number];

const publicResolvers: readonly string[] = [
  "1.0.0.1",
  "1.1.1.1",
  "1.2.4.8",
  "8.8.4.4",
  "8.8.8.8",
  "9.9.9.9",
  "101.226.4.6",
  "114.114.114.114",
  "114.114.115.115",
  "119.29.29.29",
  "149.112.112.112",
  "180.76.76.76",
  "182.254.116.116",
  "208.67.220.220",
  "208.67.222.222",
  "210.2.4.8",
  "218.30.118.6",
  "223.5.5.5",
  "223.6.6.6",
];

const publicIpv6Resolvers: readonly string[] = [
  "2400:3200::1",
  "2400:3200:baba::1",
  "2001:4860:4860::8844",
  "2001:4860:4860::8888",
  "2402:4e00::",
  "2606:4700:4700::1001",
  "2606:4700:4700::1111",
  "2620:fe::fe",
  "240c::6666",
];

const known = new Set([...publicResolvers, ...publicIpv6Resolvers]);

const resolversOf: Readonly<Record<OperatorName, readonly string[]>> = {
  "china-telecom": [
    "61.128.128.68",
    "61.132.163.68",
    "61.147.37.1",
    "202.96.128.86",
    "202.96.128.166",
    "202.96.134.133",
    "202.96.209.5",
    "202.96.209.133",
    "202.98.96.68",
    "202.101.172.35",
    "202.102.192.68",
    "202.103.24.68",
    "202.103.225.68",
    "218.2.2.2",
    "218.4.4.4",
    "218.85.157.99",
    "222.172.200.68",
    "222.246.129.80",
  ],
  "china-unicom": [
    "58.240.57.33",
    "58.241.208.46",
    "123.123.123.123",
    "123.123.123.124",
    "202.96.69.38",
    "202.97.224.69",
    "202.99.96.68",
    "202.99.104.68",
    "202.99.160.68",
    "202.99.192.66",
    "202.102.128.68",
    "202.102.224.68",
    "202.106.0.20",
    "202.106.46.151",
    "202.106.196.115",
    "210.21.196.6",
    "221.5.88.88",
    "221.6.4.66",
    "221.12.1.227",
  ],
  "china-mobile": [
    "211.136.17.107",
    "211.136.20.203",
    "211.136.112.50",
    "211.136.150.66",
    "211.136.192.6",
    "211.137.96.205",
    "211.138.24.66",
    "211.138.180.2",
    "211.139.29.68",
    "211.140.13.188",
    "211.140.188.188",
    "218.201.96.130",
    "221.130.33.60",
    "221.131.143.69",
  ],
};

const operators = new Map(operatorNames.flatMap((name) => resolversOf[name].map((text) => [text, name] as const)));

/** Whether it is a resolver that anybody may ask; `text` as a dotted quad, or an IPv6 address in canonical form. */
export function isPublicResolver(text: string): boolean {
  return known.has(text);
}

/** Whose resolver it is known to be, or null. `text` as a dotted quad. */
export function findOperator(text: string): OperatorName | null {
  return operators.get(text) ?? null;
}
