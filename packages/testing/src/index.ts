export { type FaultMode, type FaultProxy, startFaultProxy } from "./fault-proxy.ts";
