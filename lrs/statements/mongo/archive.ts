import { ARCHIVE_PAGE, byMunicipality, type StatementArchive } from '../archive.ts'
import { prepareStored } from '../prepare.ts'
import { appendRows } from './append.ts'
import { createPositions } from './position.ts'
import { prepareRow } from './row.ts'
import type { StatementModel } from './statement-model.ts'

export function createMongoArchive(model: StatementModel): StatementArchive {
  const nextPosition = createPositions()

  function pageAfter(position: string) {
    return model
      .find({ position: { $gt: position } }, { municipality: 1, position: 1, json: 1, voided: 1 })
      .sort({ position: 1 })
      .limit(ARCHIVE_PAGE)
      .lean()
  }

  return {
    count: () => model.countDocuments({ position: { $gt: '' } }).exec(),
    async *read() {
      for (let rows = await pageAfter(''); rows.length > 0; rows = await pageAfter(rows.at(-1)?.position ?? '')) {
        yield rows.map(({ municipality, json, voided }) => ({ municipality, json, voided }))
      }
    },
    async write(statements) {
      for (const { municipality, texts } of byMunicipality(statements)) {
        const prepared = texts.map(prepareStored)
        await appendRows(
          { model, municipality },
          prepared.map((one) => prepareRow(municipality, nextPosition(one.stored), one)),
        )
      }
    },
  }
}
