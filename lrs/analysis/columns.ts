import { activityTypes, extensions } from '../../course/vocabulary.ts'
import { isActivity } from '../xapi/types.ts'
import type { AnalysedEvent } from './event.ts'
import { outcome } from './outcome.ts'
import { responseTexts } from './response.ts'
import { originalTime, plainText, sentence, verbText } from './sentence.ts'
import { swedishDateTime } from './swedish-time.ts'
import { activityName } from './words.ts'

/** One column of the file, and its line on the page that explains them. */
export interface Column {
  name: string
  meaning: string
  example: string
  value: (event: AnalysedEvent) => string | number | undefined
}

export const columns: Column[] = [
  {
    name: 'Tid',
    meaning:
      'När det hände, i svensk tid. När sommartiden slutar kommer en timme två gånger. Kolumnen Tid UTC skiljer dem åt.',
    example: '2026-11-24 14:52:07',
    value: ({ row }) => swedishDateTime(row.timestamp),
  },
  {
    name: 'Tid UTC',
    meaning: 'Samma tid i UTC, med millisekunder. Sortera på den här.',
    example: '2026-11-24T13:52:07.120Z',
    value: ({ row }) => row.timestamp,
  },
  {
    name: 'Hände egentligen',
    meaning: 'Svensk tid då det hände, när det inte gick att skicka förrän i ett senare besök. Annars tom.',
    example: '2026-11-23 16:20:41',
    value: ({ statement }) => {
      const happened = originalTime(statement)
      return happened === undefined ? undefined : swedishDateTime(happened)
    },
  },
  {
    name: 'Person',
    meaning: 'Personens pseudonym. Samma person har alltid samma. Extern är någon som ett annat system har skickat in.',
    example: 'Lots 7K4',
    value: ({ statement }) => statement.actor.name,
  },
  {
    name: 'Händelse',
    meaning: 'Vad personen gjorde, i ett ord.',
    example: 'svarade',
    value: ({ statement }) => verbText(statement.verb),
  },
  {
    name: 'Mening',
    meaning: 'Hela händelsen som en mening, så som den står på sidan Händelser.',
    example:
      'Lots 7K4 svarade Falskt på frågan Många dörrar in betyder att varje anställd ska kunna svara på alla företagsfrågor.',
    value: ({ statement }) => plainText(sentence(statement)),
  },
  {
    name: 'Modul',
    meaning: 'Modulens beteckning. Tom när händelsen inte hör till en modul.',
    example: 'M1',
    value: ({ row }) => row.module,
  },
  {
    name: 'Fråga',
    meaning: 'Frågans eller scenariostegets beteckning. Den är densamma även när texten ändras.',
    example: 'Q-M1-6',
    value: ({ row }) => row.question,
  },
  {
    name: 'Aktivitet',
    meaning: 'Vad händelsen gäller: frågans text, eller namnet på modulen, scenariot eller kursen.',
    example: 'Många dörrar in betyder att varje anställd ska kunna svara på alla företagsfrågor.',
    value: ({ statement }) => (isActivity(statement.object) ? activityName(statement.object) : undefined),
  },
  {
    name: 'Aktivitetstyp',
    meaning: 'Vad det är för slag: kurs, modul, prov, scenario eller fråga. Okända slag står som de skickades.',
    example: 'fråga',
    value: ({ row }) => (row.objectType === undefined ? undefined : (typeNames[row.objectType] ?? row.objectType)),
  },
  {
    name: 'Svar',
    meaning: 'Svaret i ord. Flera svar skiljs med semikolon, i den ordning de gavs.',
    example: 'Falskt',
    value: ({ statement: { object, result } }) =>
      result?.response === undefined || !isActivity(object)
        ? undefined
        : responseTexts(result.response, object.definition).join('; '),
  },
  {
    name: 'Svarskod',
    meaning: 'Svaret som det skickades. Alternativens bokstäver skiljs med [,], ett pars två delar med [.].',
    example: 'false',
    value: ({ statement }) => statement.result?.response,
  },
  {
    name: 'Utfall',
    meaning:
      'Rätt, Inte rätt, Delvis (dörren står på glänt), Klar, Godkänd eller Inte godkänd. Tom när inget bedömdes.',
    example: 'Rätt',
    value: ({ statement }) => outcome(statement)?.text,
  },
  {
    name: 'Försök',
    meaning: 'Vilket försök på frågan i ordningen. 1 är det första.',
    example: '1',
    value: ({ row }) => row.try,
  },
  {
    name: 'Resultat',
    meaning: 'Resultatet som en andel mellan 0 och 1.',
    example: '0,83',
    value: ({ row }) => row.scaled,
  },
  {
    name: 'Sekunder',
    meaning: 'Hur länge det tog, i sekunder.',
    example: '12,4',
    value: ({ row }) => row.seconds,
  },
  {
    name: 'Version av frågan',
    meaning: 'Frågans version när den besvarades. Den höjs när frågan ändras så att svaren inte går att jämföra.',
    example: '1',
    value: ({ row }) => row.revision,
  },
  {
    name: 'Rättsläge',
    meaning: 'Månaden då lagen som kursen lär ut senast kontrollerades.',
    example: '2026-11',
    value: ({ row }) => row.lawDate,
  },
  {
    name: 'Kursversion',
    meaning: 'Vilken version av kursen personen gick.',
    example: '0.1.0',
    value: ({ statement }) => {
      const version = statement.context?.extensions?.[extensions.courseVersion]
      return typeof version === 'string' ? version : undefined
    },
  },
  {
    name: 'Verb',
    meaning: 'Händelsens adress (IRI) i xAPI.',
    example: 'http://adlnet.gov/expapi/verbs/answered',
    value: ({ row }) => row.verb,
  },
  {
    name: 'Aktivitetens id',
    meaning: 'Aktivitetens adress (IRI) i xAPI.',
    example: 'https://foretagslots.example/xapi/activities/question/Q-M1-6',
    value: ({ statement: { object } }) => (isActivity(object) ? object.id : undefined),
  },
  {
    name: 'Lagrad UTC',
    meaning: 'När servern tog emot händelsen, i UTC. Senare än Tid när personen var utan nät.',
    example: '2026-11-24T13:52:08.004Z',
    value: ({ row }) => row.stored,
  },
  {
    name: 'Händelsens id',
    meaning: 'Numret som rådatan finns under.',
    example: '0e3b7a52-6d0f-4c53-9a3e-5c1d2f7b8a90',
    value: ({ row }) => row.id,
  },
]

const typeNames: Record<string, string> = {
  [activityTypes.course]: 'kurs',
  [activityTypes.module]: 'modul',
  [activityTypes.assessment]: 'prov',
  [activityTypes.simulation]: 'scenario',
  [activityTypes.interaction]: 'fråga',
}
