import Testing

@testable import assay_bench

@Suite struct MeasurementTests {
  private let measurements = [
    Measurement(
      row: .label, name: "a label", figure: Quantity(3, .milliseconds),
      yardstick: .init(name: "bare", figure: Quantity(2.5, .milliseconds)),
      target: .ratioAtMost(1.5)),
    Measurement(
      row: .verify, name: "events", figure: Quantity(123_456, .eventsPerSecond),
      target: .atLeast(200_000)),
    Measurement(row: .store, name: "building", figure: Quantity(9_500, .rowsPerSecond)),
  ]

  @Test("a target is reached by the figure or by its ratio; without one there is no answer")
  func reaching() {
    #expect(measurements.map(\.isReached) == [true, false, nil])
    #expect(measurements.map(\.ratio) == [1.2, nil, nil])
  }

  @Test("a percentile is one of the values", arguments: [(50, 51.0), (99, 100), (100, 100)])
  func percentiles(percent: Int, value: Double) {
    #expect((1...100).map(Double.init).reversed().percentile(percent) == value)
    #expect([7.0].percentile(percent) == 7)
    #expect([Double]().percentile(percent) == 0)
  }

  @Test("a ratio is of like to like, and not of nothing")
  func ratios() {
    func ratio(_ yardstick: Quantity) -> Double? {
      Measurement(
        row: .store, name: "", figure: Quantity(4, .milliseconds),
        yardstick: .init(name: "", figure: yardstick)
      ).ratio
    }
    #expect(ratio(Quantity(2, .milliseconds)) == 2)
    #expect(ratio(Quantity(2, .megabytes)) == nil)
    #expect(ratio(Quantity(0, .milliseconds)) == nil)
  }

  @Test("the table lines its columns up")
  func table() {
    let expected = """
      row     what      figure            yardstick      ratio  target              reached
      label   a label   3.0 ms            2.5 ms (bare)  1.2    ratio ≤ 1.5         yes
      verify  events    123,456 events/s  –              –      ≥ 200,000 events/s  no
      store   building  9,500 rows/s      –              –      –                   –
      """
    #expect(MeasurementTable(measurements).text == expected)
  }

  @Test("the JSON has every figure, and null where there is nothing")
  func json() {
    let json = String(
      decoding: MeasurementJSON.encode(
        Array(measurements.prefix(2)), machine: "a machine", isQuick: true), as: UTF8.self)
    let expected = """
      {
        "schema": "assay.bench/1",
        "machine": "a machine",
        "quick": true,
        "measurements": [
          {
            "row": "label",
            "name": "a label",
            "value": 3,
            "unit": "ms",
            "yardstick": "bare",
            "yardstick-value": 2.5,
            "ratio": 1.2,
            "target": "ratio-at-most",
            "limit": 1.5,
            "reached": true
          },
          {
            "row": "verify",
            "name": "events",
            "value": 123456,
            "unit": "events/s",
            "yardstick": null,
            "yardstick-value": null,
            "ratio": null,
            "target": "at-least",
            "limit": 200000,
            "reached": false
          }
        ]
      }

      """
    #expect(json == expected)
  }

  @Test("numbers keep three digits that count, and no more than three after the point")
  func digits() {
    let numbers = [0.01234, 1.234, 12.34, 123.4, 1234.5, 1_234_567, -4321]
    #expect(
      numbers.map(\.shortened)
        == ["0.012", "1.23", "12.3", "123", "1,235", "1,234,567", "-4,321"])
  }

  @Test("the median lies in the middle, of an even number between the two")
  func medians() {
    #expect([3.0, 1, 2].median == 2)
    #expect([4.0, 1, 2, 3].median == 2.5)
    #expect([Double]().median == 0)
  }
}
