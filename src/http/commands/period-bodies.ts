import type { CivilDate } from '../../catalogue/civil-date.ts';
import {
  type ControlLevel,
  controlLevels,
  type ControlMode,
  controlModes,
} from '../../catalogue/events.ts';
import { controlSignatures, type ControlSignatures } from '../../catalogue/signatures.ts';
import { field } from '../body/field.ts';
import { optional } from '../body/kind.ts';
import { part } from '../body/part.ts';
import { choice, day, sha256, text, whole } from '../body/values.ts';
import { AuthorisationBody, reason } from './shared-bodies.ts';

export class CloseLedgerBody {
  @field(reason) reason!: string;
}

export class ReopenLedgerBody {
  @field(part(AuthorisationBody)) authorisation!: AuthorisationBody;
}

export class ClosePeriodBody {
  @field(day) through!: CivilDate;
}

export class ReopenPeriodBody {
  @field(day) from!: CivilDate;
  @field(part(AuthorisationBody)) authorisation!: AuthorisationBody;
}

export class ChangeControlBody {
  @field(choice(controlModes, 'Si el exceso de gasto se impide o se advierte.')) mode!: ControlMode;
  @field(choice(controlLevels, 'En qué nivel.')) level!: ControlLevel;
  @field(optional(choice(controlSignatures, 'Cuántos firman lo que más pesa.')))
  signatures?: ControlSignatures;
  @field(reason) reason!: string;
}

/** What a report was of: a day, and all that was registered up to a record. */
export class ReportCutOffBody {
  @field(day) effective!: CivilDate;
  @field(whole(0, 999_999_999_999, 'Hasta qué registro.')) known!: number;
}

const person = text(120, 'La identificación de una persona.');

export class IssueReportBody {
  @field(text(60, 'Qué reporte, como form-5b.')) report!: string;
  @field(text(60, 'Su número.')) number!: string;
  @field(part(ReportCutOffBody)) cutOff!: ReportCutOffBody;
  @field(sha256) sha256!: string;
  @field(person) prepared!: string;
  @field(person) reviewed!: string;
  @field(person) approved!: string;
}
