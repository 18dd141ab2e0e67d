import { Breadcrumbs } from "@guildhall/ui";
import type { Child } from "hono/jsx";
import { anyFault, FaultSummary } from "../../pages/fault-summary.tsx";
import type { Faults, Frame } from "../../pages/frame.ts";
import { OfficePage } from "../../pages/office-page.tsx";
import type { ServiceAddresses } from "../ground/service-addresses.ts";

/** What every page of a service is told, also of one that has no draft. */
export interface ServiceFrame extends Frame {
  readonly here: ServiceAddresses;
  /** What the service is called. */
  readonly name: string;
  /** Names this showing of a form, so that pressing twice does it once. */
  readonly once: string;
}

export interface ServicePageProps {
  readonly frame: ServiceFrame;
  /** What this page is for; left out on the service's home. */
  readonly title?: string;
  readonly faults?: Faults;
  readonly children?: Child;
}

/** A page of a service, whether it has a draft or not. */
export function ServicePage({ frame, title, faults = {}, children }: ServicePageProps) {
  const { office, name, here } = frame;
  const crumbs = [
    { content: "Services", href: office.at.services },
    ...(title === undefined ? [] : [{ content: name, href: here.home }]),
    { content: title ?? name },
  ];
  return (
    <OfficePage
      {...frame}
      title={title === undefined ? name : `${title}: ${name}`}
      current="services"
      faults={anyFault(faults)}
      beforeContent={<Breadcrumbs items={crumbs} collapseOnMobile />}
    >
      <FaultSummary faults={faults} />
      <h1 class="govuk-heading-l">{title ?? name}</h1>
      {children}
    </OfficePage>
  );
}
