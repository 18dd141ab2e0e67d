export { type AlloyJudge, createAlloyJudge } from "./alloy/judge.ts";
export {
  createSimulators,
  type SimulatorCredentials,
  type SimulatorOptions,
  type Simulators,
} from "./create-simulators.tsx";
export { type FaultKind, Faults } from "./faults.ts";
export type { PayAccount } from "./pay/pay.ts";
