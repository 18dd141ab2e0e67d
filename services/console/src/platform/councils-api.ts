import {
  ConnectionTest,
  type NewTenant,
  type NewTenantCheck,
  type NewTenantConnector,
  pageOf,
  TenantReadiness,
  TenantSummary,
} from "@guildhall/contract";
import {
  ask,
  checkNewTenant,
  createTenant,
  done,
  getTenantReadiness,
  listRunTenants,
  runTenantScenarios,
  testConnection,
} from "@guildhall/sdk";
import { type As, asSent, under } from "./as.ts";

/** The councils that the platform is run for: taking them on, and how ready each is. */
export function councilsApi(as: As) {
  const of = (id: string) => ({ ...as, path: { id } });
  return {
    councils: () => ask(listRunTenants(as), pageOf(TenantSummary)),
    checkCouncil: (body: NewTenantCheck) => done(checkNewTenant({ ...as, body: asSent(body) })),
    createCouncil: (body: NewTenant, once: string) =>
      ask(
        createTenant({ ...as, ...under(once), body: asSent(body) }),
        TenantSummary.pick({ id: true, name: true }),
      ),
    testConnection: (body: NewTenantConnector) =>
      ask(testConnection({ ...as, body: asSent(body) }), ConnectionTest),
    councilReadiness: (tenant: string) => ask(getTenantReadiness(of(tenant)), TenantReadiness),
    runCouncilScenarios: (tenant: string) => ask(runTenantScenarios(of(tenant)), TenantReadiness),
  };
}
