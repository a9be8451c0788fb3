import { storageContract } from '../contract/storage-contract.ts'
import { openEmbedded } from './open-embedded.ts'

storageContract('the embedded engine', openEmbedded)
