import { html } from "hono/html";
import type { PropsWithChildren } from "hono/jsx";
import { FaultBanner } from "./fault-banner.tsx";
import type { Place } from "./place.ts";
import { products } from "./products.ts";

interface LayoutProps {
  readonly title: string;
  readonly place?: Place;
  /** The address of the navigation's link that this page is. */
  readonly current?: string;
}

/** A whole page. It needs no script, and every value in it is escaped. */
export function Layout({ title, place, current, children }: PropsWithChildren<LayoutProps>) {
  const product = place ? products[place.system].name : undefined;
  const label = product ? `Simulator of ${product}` : "Simulators";
  const page = (
    <html lang="en-GB">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>
          {title} – {label}
        </title>
        <link rel="stylesheet" href="/officer.css" />
        <link rel="icon" href="data:," />
      </head>
      <body class={place?.system ?? "index"}>
        <a class="skip" href="#main">
          Skip to main content
        </a>
        <header class="bar">
          <div class="bar-in">
            <strong>{place ? tenantName(place.tenant) : "Back offices"}</strong>
            <span class="label">
              {label} – not the real {product ? "product" : "products"}
            </span>
            {place ? <Navigation place={place} current={current} /> : null}
          </div>
        </header>
        <main id="main">
          {place ? <FaultBanner place={place} /> : null}
          {children}
        </main>
        <footer>
          <p>For demonstrations and tests. Enter nothing here about real people.</p>
        </footer>
      </body>
    </html>
  );
  return html`<!doctype html>${page}`;
}

function Navigation({ place, current }: { place: Place; current: string | undefined }) {
  const base = `/${place.system}/${place.tenant}`;
  const links = [
    { href: `${base}/`, text: products[place.system].list },
    { href: `${base}/misbehave`, text: "Misbehave" },
    { href: `${base}/requests`, text: "Calls received" },
    { href: "/", text: "All simulators" },
  ];
  return (
    <nav aria-label="Simulator">
      <ul>
        {links.map(({ href, text }) => (
          <li>
            <a href={href} aria-current={href === current ? "page" : undefined}>
              {text}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

/** A tenant's folder name as people write it. */
export function tenantName(tenant: string): string {
  return tenant.replace(
    /(^|-)([a-z])/g,
    (_, dash: string, letter: string) => `${dash && " "}${letter.toUpperCase()}`,
  );
}
