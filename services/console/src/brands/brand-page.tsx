import type { Brand } from "@guildhall/contract";
import { BackLink, Button, FileUpload, Input, Textarea } from "@guildhall/ui";
import { anyFault, FaultSummary } from "../pages/fault-summary.tsx";
import type { Faults, Frame } from "../pages/frame.ts";
import { Column, OfficePage } from "../pages/office-page.tsx";
import { BrandPreview } from "./brand-preview.tsx";
import { type BrandField, brandOf, type TypedBrand } from "./read-brand.ts";

export interface BrandPageProps extends Frame {
  /** Left out while it is being made. */
  readonly brand?: Brand | undefined;
  readonly typed: TypedBrand;
  readonly faults: Faults;
}

/** One brand, or one in the making: what it says, what it looks like, and its logo. */
export function BrandPage(props: BrandPageProps) {
  const { office, brand, faults } = props;
  const title = brand ? brand.name : "Add a brand";
  return (
    <OfficePage
      {...props}
      title={title}
      faults={anyFault(faults)}
      current="brands"
      beforeContent={<BackLink href={office.at.brands} />}
    >
      <Column>
        <FaultSummary faults={faults} />
        <h1 class="govuk-heading-l">{title}</h1>
        <Words {...props} />
        {brand && <Logo {...props} brand={brand} />}
      </Column>
    </OfficePage>
  );
}

function Words(props: BrandPageProps) {
  const { office, brand, typed, faults } = props;
  const { name, colours } = brandOf(typed);
  const line = (field: BrandField, label: string, hint?: string) => (
    <Input
      name={field}
      label={label}
      hint={hint}
      value={typed[field] ?? ""}
      errorMessage={faults[field]}
    />
  );
  const words = (field: BrandField, label: string) => (
    <Textarea
      name={field}
      label={label}
      rows={2}
      value={typed[field] ?? ""}
      errorMessage={faults[field]}
    />
  );
  const at = brand ? office.at.brand(brand.id) : office.at.newBrand;
  return (
    <form method="post" action={at} novalidate>
      {line("name", "Name", "It stands at the top of every page and message")}
      {line("shortName", "Short name", "For where there is little room, such as a text message")}
      <h2 class="govuk-heading-m">Colours</h2>
      {line(
        "brand",
        "Main colour",
        "As # and six digits or letters, like #0a5c55. White text stands on it, so it has to be dark",
      )}
      {line("link", "Colour of links (optional)", "Left empty, links have the main colour")}
      {line("linkHover", "Colour of links that are pointed at (optional)")}
      <Button name="go" value="show" classes="govuk-button--secondary">
        Show it
      </Button>
      <BrandPreview name={name} colour={colours.brand} link={colours.link} />
      <h2 class="govuk-heading-m">How people reach you</h2>
      {line("telephone", "Phone number (optional)")}
      {line("email", "Email address (optional)")}
      {line("openingHours", "Opening hours (optional)")}
      {line("openingHoursCy", "Opening hours, in Welsh (optional)")}
      {words("emergency", "What to do in an emergency (optional)")}
      {words("emergencyCy", "What to do in an emergency, in Welsh (optional)")}
      <Button preventDoubleClick>Save</Button>
    </form>
  );
}

function Logo({ office, brand, faults }: BrandPageProps & { brand: Brand }) {
  return (
    <>
      <h2 class="govuk-heading-m">Logo</h2>
      {brand.logo !== undefined && (
        <form method="post" action={office.at.removeLogo(brand.id)}>
          <img class="console-logo" src={office.at.logo(brand.id)} alt={`Logo of ${brand.name}`} />
          <Button classes="govuk-button--secondary">Take the logo away</Button>
        </form>
      )}
      <form
        method="post"
        action={office.at.logo(brand.id)}
        enctype="multipart/form-data"
        novalidate
      >
        <FileUpload
          name="file"
          label={brand.logo === undefined ? "Choose a logo" : "Choose another logo"}
          hint="An SVG drawing or a PNG picture, of at most 100 kB. It stands beside the name"
          errorMessage={faults.file}
          attributes={{ accept: ".svg,.png,image/svg+xml,image/png" }}
        />
        <Button classes="govuk-button--secondary" preventDoubleClick>
          Use this logo
        </Button>
      </form>
    </>
  );
}
