import type { SimulatedTenant } from "../tenants.ts";
import { Layout, productNames, tenantName } from "./layout.tsx";

const systems = ["alloy", "uniform"] as const;

/** Which tenants have which simulated back offices. */
export function IndexPage({ tenants }: { tenants: readonly SimulatedTenant[] }) {
  return (
    <Layout title="All simulators">
      <h1>Simulated back offices</h1>
      <p>Each council’s own back-office systems, as far as the platform speaks to them.</p>
      <div class="panel">
        <table>
          <thead>
            <tr>
              <th scope="col">Organisation</th>
              <th scope="col">Systems</th>
            </tr>
          </thead>
          <tbody>
            {tenants.map((simulated) => (
              <TenantRow simulated={simulated} />
            ))}
          </tbody>
        </table>
        {tenants.length === 0 ? <p>No tenant has a simulated back office.</p> : null}
      </div>
    </Layout>
  );
}

function TenantRow({ simulated }: { simulated: SimulatedTenant }) {
  const { tenant } = simulated;
  return (
    <tr>
      <th scope="row">{tenantName(tenant)}</th>
      <td>
        <ul class="plain">
          {systems
            .filter((system) => simulated[system])
            .map((system) => (
              <li>
                <a href={`/${system}/${tenant}/`}>
                  {productNames[system]}, {tenantName(tenant)}
                </a>
              </li>
            ))}
        </ul>
      </td>
    </tr>
  );
}
