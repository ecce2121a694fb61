// Every kind of fault on a whole BusyBox machine, whose disk outlives its power.
import { startMachineCarrier } from "../peers/faults/machine-carrier.ts";
import { testFaults } from "../peers/faults/test-faults.ts";

testFaults("a BusyBox machine", "machine", startMachineCarrier);
