/** A gate with what was measured, the verdict, and why it is missed or undecided. */
interface Judged {
  readonly figure: string;
  readonly is: 'at most' | 'at least';
  readonly gate: number;
  readonly isOwn: boolean;
  readonly measured?: number;
  readonly lessNoise?: number;
  readonly met: boolean | null;
  readonly verdict: 'met' | 'met within noise' | 'missed' | 'undecided';
  readonly why?: string;
}

/** A result of which nothing was measured. */
export const NOTHING: Readonly<Record<string, object>>;

/** Judges a result of `npm run bench`; see gates.mjs. */
export const judge: (result: unknown) => readonly Judged[];
