import type { Brand } from "@guildhall/contract";
import type { Frame } from "../pages/frame.ts";
import { OfficePage } from "../pages/office-page.tsx";
import { BrandPreview } from "./brand-preview.tsx";

/** What the organisation's pages look like, and what they say of how it is reached. */
export function BrandsPage(props: Frame) {
  const { office } = props;
  const { brands } = office.tenant;
  return (
    <OfficePage {...props} title="Brands" current="brands">
      <h1 class="govuk-heading-l">Brands</h1>
      <p class="govuk-body">
        Pages and messages have the name, the colours and the ways to reach you of a brand. The
        first is that of every service that names no other, on its page under Look.
      </p>
      <a class="govuk-button" href={office.at.newBrand}>
        Add a brand
      </a>
      {brands.map((brand, place) => (
        <OneBrand {...props} brand={brand} isFirst={place === 0} />
      ))}
    </OfficePage>
  );
}

function OneBrand({ office, brand, isFirst }: Frame & { brand: Brand; isFirst: boolean }) {
  const { id, name, colours, contact = {}, logo } = brand;
  const reached = [contact.telephone, contact.email].filter(Boolean).join(", ");
  return (
    <section class="console-case-task" aria-labelledby={`brand-${id}`}>
      <h2 class="govuk-heading-m" id={`brand-${id}`}>
        {name}
      </h2>
      <BrandPreview name={name} colour={colours.brand} link={colours.link} />
      <p class="govuk-body">
        {reached === "" ? "It says no way to reach you." : `Reached by ${reached}.`}{" "}
        {logo === undefined ? "It has no logo." : "It has a logo."}
        {isFirst &&
          office.tenant.brands.length > 1 &&
          " Services that name no other have this one."}
      </p>
      <p class="govuk-body">
        <a class="govuk-link" href={office.at.brand(id)}>
          Change {name}
        </a>
      </p>
    </section>
  );
}
