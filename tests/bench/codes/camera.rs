//! A phone's camera before a wall: pictures of printed codes from a distance, at an angle, stained. The same seed gives
//! the same picture.

/// Pixels that a radian takes in a video frame of 1080 rows: 4.1 mm are 2 px wide from 3 m.
pub const FOCAL_PX: f64 = 1463.0;

/// Blur of lens and colour filter where the picture is in focus and the hand still: standard deviation in pixels.
pub const SHARP_PX: f64 = 0.7;

/// Noise of the sensor in a corridor: standard deviation in shades of 255.
const NOISE: f64 = 6.0;

/// Shades of toner and paper in a picture that is well exposed.
const DARK: f64 = 40.0;
const LIGHT: f64 = 205.0;

/// A lamp at one side: paper is so much lighter there than at the other.
const SHADE: f64 = 0.25;

/// A hand does not hold a phone quite upright.
const TURN_DEGREES: f64 = 12.0;

/// Rays through a pixel, along each side.
const RAYS: usize = 3;

/// Wall around the quiet zone, in modules.
const WALL_MODULES: f64 = 3.0;

/// White around a code, in modules.
const QUIET_MODULES: f64 = 4.0;

/// Side of a corner pattern with its white border, in modules.
const CORNER_MODULES: f64 = 8.0;

/// A code on paper.
#[derive(Clone)]
pub struct Printed {
    /// Modules along a side.
    pub modules: usize,
    /// Which are dark, row by row.
    pub dark: Vec<bool>,
    /// Side in millimetres, without the quiet zone.
    pub side_mm: f64,
    /// What it says.
    pub text: String,
}

/// From where it is seen, and in which state.
#[derive(Debug, Clone, Copy)]
pub struct View {
    /// Pixels of a module that is seen straight.
    pub px_per_module: f64,
    /// Angle between the line of sight and the code's normal.
    pub tilt_degrees: f64,
    /// Part of the symbol's area that a round stain covers.
    pub stained: f64,
    /// Where the stain may be.
    pub stain: Stain,
    /// Blur of lens, focus and hand: standard deviation in pixels.
    pub blur_px: f64,
    /// How light the picture is, as a part of one that is well exposed; the noise stays.
    pub light: f64,
}

/// Where a stain may be on a symbol.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stain {
    /// Anywhere.
    Anywhere,
    /// Beside the three corner patterns, without which no reader finds a symbol and which no error correction repairs.
    BesideCorners,
}

/// SplitMix64: small, and the same on every machine.
pub struct Chance(u64);

impl Chance {
    /// A sequence of its own for each seed.
    pub fn new(seed: u32) -> Self {
        Self(u64::from(seed).wrapping_mul(0xD134_2543_DE82_EF95))
    }

    /// From 0 to 1.
    pub fn unit(&mut self) -> f64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        let [.., a, b, c, d] = (z ^ (z >> 31)).to_le_bytes();
        f64::from(u32::from_le_bytes([a, b, c, d])) / f64::from(u32::MAX)
    }

    fn between(&mut self, least: f64, most: f64) -> f64 {
        least + (most - least) * self.unit()
    }

    /// A normal deviate (Box and Muller).
    fn normal(&mut self) -> f64 {
        let radius = (-2.0 * self.unit().max(1e-12).ln()).sqrt();
        radius * (std::f64::consts::TAU * self.unit()).cos()
    }
}

/// A round spot of one shade, in modules from the middle of the symbol.
struct Blot {
    x: f64,
    y: f64,
    radius: f64,
    shade: f64,
}

impl Blot {
    /// A spot that lies in the symbol and covers the part of it that the view says.
    fn new(code: &Printed, view: View, chance: &mut Chance) -> Self {
        let side = measure(code.modules);
        let radius = (view.stained * side * side / std::f64::consts::PI).sqrt();
        let reach = side / 2.0 - radius;
        loop {
            let (x, y) = (chance.between(-reach, reach), chance.between(-reach, reach));
            // Ink, glue, or anything between.
            let shade = chance.between(DARK, LIGHT);
            let blot = Self { x, y, radius, shade };
            if view.stain == Stain::Anywhere || !blot.touches_a_corner_pattern(side / 2.0) {
                return blot;
            }
        }
    }

    /// Whether it touches a corner pattern, its white border included, of a symbol that is twice `half` wide.
    fn touches_a_corner_pattern(&self, half: f64) -> bool {
        let inner = half - CORNER_MODULES;
        [(-1.0, -1.0), (1.0, -1.0), (-1.0, 1.0)].iter().any(|(right, down)| {
            let (beside, above) = ((inner - self.x * right).max(0.0), (inner - self.y * down).max(0.0));
            beside.hypot(above) < self.radius
        })
    }

    fn covers(&self, x: f64, y: f64) -> bool {
        (self.x - x).hypot(self.y - y) < self.radius
    }
}

/// The camera: how a ray through the picture meets the paper.
struct Camera {
    /// Where a step to the right, one down, and the optical axis point, in the directions of the paper.
    right: [f64; 3],
    down: [f64; 3],
    ahead: [f64; 3],
    distance: f64,
}

impl Camera {
    fn new(view: View, chance: &mut Chance) -> Self {
        let turn = chance.between(-TURN_DEGREES, TURN_DEGREES).to_radians();
        // A wall is passed at an angle sideways; a stand hangs a little higher or lower than the eye.
        let axis = chance.between(-15.0, 15.0).to_radians();
        let (tilt_sin, tilt_cos) = view.tilt_degrees.to_radians().sin_cos();
        let (axis_sin, axis_cos) = axis.sin_cos();
        // The paper's axes as the camera sees them: x is shortened by the tilt, in the direction of the axis.
        let tilted = |x: f64, y: f64| {
            let (u, v) = (x * axis_cos + y * axis_sin, -x * axis_sin + y * axis_cos);
            let (u, depth) = (u * tilt_cos, u * tilt_sin);
            [u * axis_cos - v * axis_sin, u * axis_sin + v * axis_cos, depth]
        };
        let (turn_sin, turn_cos) = turn.sin_cos();
        Self {
            right: tilted(turn_cos, turn_sin),
            down: tilted(-turn_sin, turn_cos),
            ahead: [0.0, 0.0, FOCAL_PX / view.px_per_module],
            distance: FOCAL_PX / view.px_per_module,
        }
    }

    /// Where on the picture a point of the paper is seen, in pixels from its middle.
    fn project(&self, x: f64, y: f64) -> (f64, f64) {
        let [a, b, c] = [0, 1, 2].map(|i| self.right[i] * x + self.down[i] * y + self.ahead[i]);
        (FOCAL_PX * a / c, FOCAL_PX * b / c)
    }

    /// Where a ray through the picture meets the paper, in modules from the middle of the symbol.
    fn meet(&self, px: f64, py: f64) -> (f64, f64) {
        // Solve right·x + down·y + ahead = t·(px, py, f) for x and y, with t eliminated.
        let row = |i: usize, p: f64| {
            let at = |vector: &[f64; 3]| vector[i] * FOCAL_PX - vector[2] * p;
            (at(&self.right), at(&self.down), p * self.distance)
        };
        let ((a, b, e), (c, d, f)) = (row(0, px), row(1, py));
        let determinant = a * d - b * c;
        ((e * d - b * f) / determinant, (a * f - e * c) / determinant)
    }
}

/// What the camera sees: pixels in a row, rows, and the shades.
pub fn photograph(code: &Printed, view: View, chance: &mut Chance) -> (usize, usize, Vec<u8>) {
    let camera = Camera::new(view, chance);
    let blot = Blot::new(code, view, chance);
    let half = measure(code.modules) / 2.0 + QUIET_MODULES + WALL_MODULES;
    let corners =
        [(-half, -half), (half, -half), (-half, half), (half, half)].map(|(x, y)| camera.project(x, y));
    let reach =
        |of: fn(&(f64, f64)) -> f64| whole(corners.iter().map(|c| of(c).abs()).fold(0.0, f64::max).ceil());
    let (half_width, half_height) = (reach(|c| c.0), reach(|c| c.1));
    let (width, height) = (2 * half_width, 2 * half_height);
    let (shift_x, shift_y) = (chance.unit(), chance.unit());
    let mut shades = Vec::with_capacity(width * height);
    for row in 0..height {
        for column in 0..width {
            let ray = |of: usize, rays: usize, half: usize| {
                measure(of) + (measure(rays) + 0.5) / measure(RAYS) - measure(half)
            };
            let mut sum = 0.0;
            for i in 0..RAYS * RAYS {
                let px = ray(column, i % RAYS, half_width) + shift_x;
                let py = ray(row, i / RAYS, half_height) + shift_y;
                let (x, y) = camera.meet(px, py);
                sum += shade(code, &blot, x, y);
            }
            shades.push(sum / measure(RAYS * RAYS));
        }
    }
    let shades = blur(&blur(&shades, width, view.blur_px), height, view.blur_px);
    (width, height, expose(&shades, (width, view.light), chance))
}

/// The shade of a point of the paper or of the wall behind it.
fn shade(code: &Printed, blot: &Blot, x: f64, y: f64) -> f64 {
    const WALL: f64 = 150.0;
    let half = measure(code.modules) / 2.0;
    if blot.covers(x, y) {
        return blot.shade;
    }
    if x.abs().max(y.abs()) > half + QUIET_MODULES {
        return WALL;
    }
    if x.abs().max(y.abs()) >= half {
        return LIGHT;
    }
    let (column, row) = (whole(x + half).min(code.modules - 1), whole(y + half).min(code.modules - 1));
    if code.dark[row * code.modules + column] { DARK } else { LIGHT }
}

/// Blurs the rows of a picture and turns it over its diagonal, so that a second time blurs the columns and turns it back.
fn blur(shades: &[f64], width: usize, blur_px: f64) -> Vec<f64> {
    const REACH: usize = 6;
    let weights: [f64; 2 * REACH + 1] =
        std::array::from_fn(|i| (-(measure(i.abs_diff(REACH)) / blur_px).powi(2) / 2.0).exp());
    let sum: f64 = weights.iter().sum();
    let height = shades.len() / width;
    let mut turned = vec![0.0; shades.len()];
    for (row, line) in shades.chunks_exact(width).enumerate() {
        for column in 0..width {
            let near = |i: usize| line[(column + i).saturating_sub(REACH).min(width - 1)];
            let shade: f64 = weights.iter().enumerate().map(|(i, weight)| near(i) * weight).sum();
            turned[column * height + row] = shade / sum;
        }
    }
    turned
}

/// Light from one side and the noise of the sensor.
fn expose(shades: &[f64], (width, light): (usize, f64), chance: &mut Chance) -> Vec<u8> {
    let from_left = chance.between(-SHADE, SHADE);
    let exposed = shades.iter().enumerate().map(|(place, shade)| {
        let across = measure(place % width) / measure(width) - 0.5;
        let shade = shade * light * (1.0 + from_left * across) + NOISE * chance.normal();
        u8::try_from(whole(shade.clamp(0.0, 255.0))).unwrap_or(u8::MAX)
    });
    exposed.collect()
}

/// A count as a measure.
fn measure(count: usize) -> f64 {
    f64::from(u32::try_from(count).unwrap_or(u32::MAX))
}

/// A measure that is not negative, rounded down to a count.
fn whole(measure: f64) -> usize {
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "pictures have few pixels")]
    let count = measure.max(0.0) as usize;
    count
}
