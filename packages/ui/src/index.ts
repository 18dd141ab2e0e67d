export { type Asset, type AssetUrls, assets, assetUrls } from "./assets.ts";
export {
  ComponentLanguage,
  type ComponentWords,
  componentWords,
  componentWordsHere,
  type ErrorKind,
} from "./component-words.ts";
export { BackLink, type BackLinkProps } from "./components/back-link.tsx";
export { type Breadcrumb, Breadcrumbs, type BreadcrumbsProps } from "./components/breadcrumbs.tsx";
export { Button, type ButtonProps } from "./components/button.tsx";
export { CharacterCount, type CharacterCountProps } from "./components/character-count.tsx";
export { type Checkbox, Checkboxes, type CheckboxesProps } from "./components/checkboxes.tsx";
export type { Choice, Divider } from "./components/choices.tsx";
export { DateInput, type DateInputProps, type DatePart } from "./components/date-input.tsx";
export { Details, type DetailsProps } from "./components/details.tsx";
export { ErrorMessage, type ErrorMessageProps } from "./components/error-message.tsx";
export {
  ErrorSummary,
  type ErrorSummaryItem,
  type ErrorSummaryProps,
} from "./components/error-summary.tsx";
export type { FieldProps, FormGroup } from "./components/field.tsx";
export { Fieldset, type FieldsetProps, type Legend } from "./components/fieldset.tsx";
export { FileUpload, type FileUploadProps } from "./components/file-upload.tsx";
export {
  Footer,
  type FooterLink,
  type FooterMeta,
  type FooterProps,
  type FooterSection,
} from "./components/footer.tsx";
export { GenericHeader, type GenericHeaderProps } from "./components/generic-header.tsx";
export { Heading } from "./components/heading.tsx";
export { Hint, type HintProps } from "./components/hint.tsx";
export { Input, type InputProps } from "./components/input.tsx";
export { InsetText, type InsetTextProps } from "./components/inset-text.tsx";
export { Label, type LabelProps } from "./components/label.tsx";
export {
  type Language,
  LanguageNavigation,
  type LanguageNavigationProps,
} from "./components/language-navigation.tsx";
export {
  NotificationBanner,
  type NotificationBannerProps,
} from "./components/notification-banner.tsx";
export {
  Pagination,
  type PaginationItem,
  type PaginationLink,
  type PaginationProps,
} from "./components/pagination.tsx";
export { Panel, type PanelAction, type PanelProps } from "./components/panel.tsx";
export { PhaseBanner, type PhaseBannerProps } from "./components/phase-banner.tsx";
export { Radios, type RadiosProps } from "./components/radios.tsx";
export { Select, type SelectItem, type SelectProps } from "./components/select.tsx";
export {
  type NavigationItem,
  ServiceNavigation,
  type ServiceNavigationProps,
} from "./components/service-navigation.tsx";
export { SkipLink, type SkipLinkProps } from "./components/skip-link.tsx";
export {
  type SummaryAction,
  type SummaryCard,
  SummaryList,
  type SummaryListProps,
  type SummaryRow,
} from "./components/summary-list.tsx";
export { Table, type TableCell, type TableProps } from "./components/table.tsx";
export { Tag, type TagProps } from "./components/tag.tsx";
export {
  TaskList,
  type TaskListItem,
  type TaskListProps,
  type TaskStatus,
} from "./components/task-list.tsx";
export { Textarea, type TextareaProps } from "./components/textarea.tsx";
export type { Plurals } from "./components/translations.ts";
export { WarningText, type WarningTextProps } from "./components/warning-text.tsx";
export { type Contact, ContactUs, ErrorPage, errorPages } from "./error-page.tsx";
export { createAssetRoutes, namedStylesheet, type Stylesheet } from "./http/asset-routes.ts";
export { type Fields, fieldOf, readForm } from "./http/form-body.ts";
export { refuseForeignForms } from "./http/refuse-foreign-forms.ts";
export { securityHeaders } from "./http/security-headers.ts";
export { Layout, type LayoutProps, layoutWords } from "./layout.tsx";
export { Paragraphs } from "./paragraphs.tsx";
export type { Attributes, Part, Slot } from "./parts.ts";
export { sayBytes } from "./say-bytes.ts";
export { sayTime } from "./say-time.ts";
export { contrast } from "./theme/colour.ts";
export {
  type BrandColours,
  checkContrast,
  defaultColours,
  type PaleColour,
  theme,
} from "./theme/theme.ts";
export { Timeline, type TimelineEntryProps, type TimelineProps } from "./timeline.tsx";
