export { createAlloyJudge } from "./alloy/judge.ts";
export { createSimulators, type Simulators } from "./create-simulators.tsx";
export type { SimulatorCredentials } from "./system.ts";
