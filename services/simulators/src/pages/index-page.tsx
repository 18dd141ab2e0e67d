import type { SimulatedTenant } from "../tenants.ts";
import { Layout, tenantName } from "./layout.tsx";
import { products, type System, systems } from "./products.ts";

interface IndexProps {
  readonly tenants: readonly SimulatedTenant[];
}

/** What is simulated here, for whom, and at which council. */
export function IndexPage({ tenants }: IndexProps) {
  return (
    <Layout title="All simulators">
      <h1>Simulated back offices</h1>
      <p class="lead">
        When a citizen sends a report, it goes into the system that the council’s officers already
        work in. Those systems are simulated here, so that you can be the officer: open a case,
        change its status, write a note, and see what the citizen is told.
      </p>
      <div class="cards">
        {systems.map((system) => (
          <ProductCard system={system} tenants={tenants} />
        ))}
      </div>
      {tenants.length === 0 ? <p>No tenant has a simulated back office.</p> : null}
      <section class="panel" aria-labelledby="not-real">
        <h2 id="not-real">What is simulated, and what is not</h2>
        <p>
          The platform is the real one, and so is each call between it and these pages. The code
          lists are made up in the manner of each council. The pages are ours: the real products
          look different and do far more.
        </p>
        <p>
          Each system has a page “Misbehave”, where it can be made slow, silent or wrong, and a page
          “Calls received”, which shows what the platform sent.
        </p>
      </section>
    </Layout>
  );
}

function ProductCard({ system, tenants }: IndexProps & { readonly system: System }) {
  const { name, users, about } = products[system];
  const having = tenants.filter((simulated) => simulated[system]);
  if (having.length === 0) return null;
  return (
    <section class={`panel card ${system}`} aria-labelledby={system}>
      <h2 id={system}>{name}</h2>
      <p class="users">{users}</p>
      <p>{about}</p>
      <ul class="plain links">
        {having.map((simulated) => (
          <li>
            <a href={`/${system}/${simulated.tenant}/`}>
              {name}, {tenantName(simulated.tenant)}
            </a>{" "}
            <span class="soft">{teamOf(simulated, system)}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Who works in it, where the council's file says so. */
function teamOf({ alloy, uniform }: SimulatedTenant, system: System): string | undefined {
  if (system === "alloy") return alloy?.team;
  return system === "uniform" ? uniform?.team : undefined;
}
