export {
  createSimulators,
  type SimulatorCredentials,
  type SimulatorOptions,
  type Simulators,
} from "./create-simulators.tsx";
export { type FaultKind, Faults } from "./faults.ts";
