import { deliverDue } from '~/messages/delivery.server'

await deliverDue()
