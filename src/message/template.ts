/** One entry of the catalogue: severity, sentence and help, each in both languages, with `{placeholders}`. */
export interface MessageTemplate {
  readonly severity: 'error' | 'warning' | 'note';
  readonly id: string;
  readonly en: string;
  readonly help?: { readonly id: string; readonly en: string };
}
