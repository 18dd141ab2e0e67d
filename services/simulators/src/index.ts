export { createAlloyJudge } from "./alloy/judge.ts";
export {
  createSimulators,
  type SimulatorCredentials,
  type Simulators,
} from "./create-simulators.tsx";
