import mongoose from 'mongoose'
import { embeddedDriver } from '../../../../lrs/storage/embedded/driver.ts'
import { openDatabase } from '../../../../lrs/storage/sqlite.ts'
import { temporaryFolder } from '../../../support/folder.ts'
import { storageContract } from '../contract/storage-contract.ts'

storageContract('the embedded engine', async () => {
  const folder = temporaryFolder()
  const database = openDatabase(folder.path)
  const instance = new mongoose.Mongoose()
  instance.setDriver(embeddedDriver(database))
  const connection = await instance.createConnection('embedded:').asPromise()
  return {
    connection,
    async close() {
      await connection.close()
      await database.close()
      folder.remove()
    },
  }
})
