import Interchange

/// Measurements as one JSON object, for keeping and comparing.
enum MeasurementJSON {
  static func encode(_ measurements: [Measurement], machine: String, isQuick: Bool) -> [UInt8] {
    var json = JSONWriter(.pretty)
    json.object { json in
      json.member("schema", "assay.bench/1")
      json.member("machine", machine)
      json.key("quick")
      json.bool(isQuick)
      json.key("measurements")
      json.array { json in
        for measurement in measurements { json.measurement(measurement) }
      }
    }
    json.endLine()
    return json.takeBytes()
  }
}

extension JSONWriter {
  fileprivate mutating func measurement(_ measurement: Measurement) {
    object { json in
      json.member("row", measurement.row.rawValue)
      json.member("name", measurement.name)
      json.member("value", measurement.figure.value)
      json.member("unit", measurement.figure.unit.rawValue)
      json.member("yardstick", measurement.yardstick?.name)
      json.member("yardstick-value", measurement.yardstick?.figure.value)
      json.member("ratio", measurement.ratio)
      let (bound, limit): (String?, Double?) =
        switch measurement.target {
        case nil: (nil, nil)
        case .atMost(let limit)?: ("at-most", limit)
        case .atLeast(let limit)?: ("at-least", limit)
        case .ratioAtMost(let limit)?: ("ratio-at-most", limit)
        }
      json.member("target", bound)
      json.member("limit", limit)
      json.key("reached")
      if let isReached = measurement.isReached { json.bool(isReached) } else { json.null() }
    }
  }
}
