// Every kind of fault on the real console with each real manager.
import { startNamespaceCarrier } from "../peers/faults/namespace-carrier.ts";
import { testFaults } from "../peers/faults/test-faults.ts";
import { networkdStock, networkManagerStock, tillStock } from "../peers/managers/stock.ts";

testFaults("ifupdown in a namespace", "managers", () => startNamespaceCarrier(tillStock));
testFaults("NetworkManager in a namespace", "managers", () => startNamespaceCarrier(networkManagerStock));
testFaults("systemd-networkd in a namespace", "managers", () => startNamespaceCarrier(networkdStock));
